-- upgrade
DROP TABLE `animals`;
-- downgrade
CREATE TABLE `animals` (
    `id` bigint NOT NULL AUTO_INCREMENT,
    `hall` int NOT NULL DEFAULT 1 COMMENT 'where',
    `chip` binary(16),
    `mood` enum('calm','wild') NOT NULL,
    `mother_id` bigint,
    `keeper_id` int NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `uq-animals-chip` UNIQUE (`chip`),
    CONSTRAINT `fk-animals-mother_id` FOREIGN KEY (`mother_id`) REFERENCES `animals` (`id`) ON DELETE SET NULL,
    CONSTRAINT `fk-animals-keeper_id` FOREIGN KEY (`keeper_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT
) COMMENT='who lives here';
CREATE INDEX `idx-animals-hall` ON `animals` (`hall`);
