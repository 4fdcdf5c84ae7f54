-- upgrade
ALTER TABLE `usages` DROP FOREIGN KEY `fk-usages-code`;
DROP INDEX IF EXISTS `fk-usages-code` ON `usages`;
ALTER TABLE `codes` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`);
ALTER TABLE `codes` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
ALTER TABLE `codes` ADD CONSTRAINT `uq-codes-code` UNIQUE (`code`);
ALTER TABLE `usages` ADD COLUMN `code_id` int;
ALTER TABLE `usages` DROP COLUMN `code`;
ALTER TABLE `usages` ADD CONSTRAINT `fk-usages-code_id` FOREIGN KEY (`code_id`) REFERENCES `codes` (`id`);
-- downgrade
ALTER TABLE `usages` DROP FOREIGN KEY `fk-usages-code_id`;
DROP INDEX IF EXISTS `fk-usages-code_id` ON `usages`;
ALTER TABLE `usages` ADD COLUMN `code` varchar(255);
ALTER TABLE `usages` DROP COLUMN `code_id`;
DROP INDEX `uq-codes-code` ON `codes`;
ALTER TABLE `codes` MODIFY COLUMN `id` int NOT NULL;
ALTER TABLE `codes` DROP PRIMARY KEY, ADD PRIMARY KEY (`code`);
ALTER TABLE `usages` ADD CONSTRAINT `fk-usages-code` FOREIGN KEY (`code`) REFERENCES `codes` (`code`);
