-- upgrade
ALTER TABLE `group` MODIFY COLUMN `order` enum('select','from','where') NOT NULL;
DROP INDEX `idx-group-column` ON `group`;
ALTER TABLE `group` MODIFY COLUMN `column` bigint NOT NULL;
CREATE UNIQUE INDEX `idx-group-key` ON `group` (`table`, `column`);
ALTER TABLE `references` DROP FOREIGN KEY `fk-references-group`;
DROP INDEX `fk-references-group` ON `references`;
ALTER TABLE `references` ADD COLUMN `index` int;
CREATE INDEX `idx-references-index` ON `references` (`index`);
ALTER TABLE `references` ADD CONSTRAINT `fk-references-group` FOREIGN KEY (`group`) REFERENCES `group` (`id`) ON UPDATE CASCADE;
-- downgrade
ALTER TABLE `references` DROP FOREIGN KEY `fk-references-group`;
DROP INDEX `fk-references-group` ON `references`;
DROP INDEX `idx-references-index` ON `references`;
ALTER TABLE `references` DROP COLUMN `index`;
ALTER TABLE `references` ADD CONSTRAINT `fk-references-group` FOREIGN KEY (`group`) REFERENCES `group` (`id`);
DROP INDEX `idx-group-key` ON `group`;
ALTER TABLE `group` MODIFY COLUMN `column` int NOT NULL;
CREATE INDEX `idx-group-column` ON `group` (`column`);
ALTER TABLE `group` MODIFY COLUMN `order` enum('select','from') NOT NULL;
