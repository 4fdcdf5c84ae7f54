-- upgrade
ALTER TABLE `animals` DROP FOREIGN KEY `fk-animals-owner_id`;
DROP INDEX IF EXISTS `fk-animals-owner_id` ON `animals`;
DROP INDEX `uq-animals-chip` ON `animals`;
DROP INDEX `idx-animals-nickname` ON `animals`;
ALTER TABLE `animals` DROP COLUMN `chip`;
ALTER TABLE `animals` DROP COLUMN `nickname`;
ALTER TABLE `animals` DROP COLUMN `owner_id`;
-- downgrade
ALTER TABLE `animals` ADD COLUMN `owner_id` int;
ALTER TABLE `animals` ADD COLUMN `nickname` varchar(255);
ALTER TABLE `animals` ADD COLUMN `chip` varchar(255);
CREATE INDEX `idx-animals-nickname` ON `animals` (`nickname`);
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-chip` UNIQUE (`chip`);
ALTER TABLE `animals` ADD CONSTRAINT `fk-animals-owner_id` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`);
