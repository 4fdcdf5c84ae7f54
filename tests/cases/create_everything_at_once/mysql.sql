-- upgrade
CREATE TABLE `animals` (
    `id` bigint NOT NULL AUTO_INCREMENT COMMENT 'its number',
    `name` varchar(60) NOT NULL DEFAULT 'nobody' COMMENT 'as it is called',
    `chip` binary(16),
    `hall` int NOT NULL,
    `place` int NOT NULL,
    `mood` enum('calm','wild') NOT NULL,
    `weight` int NOT NULL,
    `twice` int GENERATED ALWAYS AS (weight * 2) STORED,
    `mother_id` bigint,
    `keeper_id` int NOT NULL,
    `seen_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (`id`),
    CONSTRAINT `uq-animals-chip` UNIQUE (`chip`),
    CONSTRAINT `fk-animals-mother_id` FOREIGN KEY (`mother_id`) REFERENCES `animals` (`id`) ON DELETE SET NULL,
    CONSTRAINT `fk-animals-keeper_id` FOREIGN KEY (`keeper_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
    CONSTRAINT `ck-animals-weight` CHECK (weight > 0)
) COMMENT='who lives here';
CREATE UNIQUE INDEX `idx-animals-cage` ON `animals` (`hall`, `place`);
CREATE INDEX `idx-animals-name` ON `animals` (`name`);
-- downgrade
DROP INDEX `idx-animals-name` ON `animals`;
DROP INDEX `idx-animals-cage` ON `animals`;
DROP TABLE `animals`;
