-- upgrade
ALTER TABLE `towns` DROP FOREIGN KEY `fk-towns-country_code`;
DROP INDEX IF EXISTS `fk-towns-country_code` ON `towns`;
DROP INDEX `uq-countries-code` ON `countries`;
ALTER TABLE `towns` ADD COLUMN `country_id` int;
ALTER TABLE `towns` ADD CONSTRAINT `fk-towns-country_id` FOREIGN KEY (`country_id`) REFERENCES `countries` (`id`);
ALTER TABLE `towns` DROP COLUMN `country_code`;
-- downgrade
ALTER TABLE `towns` ADD COLUMN `country_code` varchar(255);
ALTER TABLE `towns` DROP FOREIGN KEY `fk-towns-country_id`;
DROP INDEX IF EXISTS `fk-towns-country_id` ON `towns`;
ALTER TABLE `towns` DROP COLUMN `country_id`;
ALTER TABLE `countries` ADD CONSTRAINT `uq-countries-code` UNIQUE (`code`);
ALTER TABLE `towns` ADD CONSTRAINT `fk-towns-country_code` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`);
