-- upgrade
ALTER TABLE `seconds` DROP FOREIGN KEY `fk-seconds-third_id`;
DROP INDEX `fk-seconds-third_id` ON `seconds`;
ALTER TABLE `seconds` ADD COLUMN `first_id` int;
ALTER TABLE `seconds` ADD CONSTRAINT `fk-seconds-first_id` FOREIGN KEY (`first_id`) REFERENCES `firsts` (`id`);
ALTER TABLE `seconds` DROP COLUMN `third_id`;
DROP TABLE `thirds`;
-- downgrade
CREATE TABLE `thirds` (
    `id` int NOT NULL AUTO_INCREMENT,
    `first_id` int,
    PRIMARY KEY (`id`),
    CONSTRAINT `fk-thirds-first_id` FOREIGN KEY (`first_id`) REFERENCES `firsts` (`id`) ON DELETE CASCADE
);
ALTER TABLE `seconds` ADD COLUMN `third_id` int;
ALTER TABLE `seconds` DROP FOREIGN KEY `fk-seconds-first_id`;
DROP INDEX `fk-seconds-first_id` ON `seconds`;
ALTER TABLE `seconds` DROP COLUMN `first_id`;
ALTER TABLE `seconds` ADD CONSTRAINT `fk-seconds-third_id` FOREIGN KEY (`third_id`) REFERENCES `thirds` (`id`);
