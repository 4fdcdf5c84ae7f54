-- upgrade
ALTER TABLE `animals` DROP FOREIGN KEY `fk-animals-owner_id`;
DROP INDEX `fk-animals-owner_id` ON `animals`;
DROP INDEX `uq-animals-chip` ON `animals`;
ALTER TABLE `animals` DROP COLUMN `chip`;
ALTER TABLE `animals` DROP COLUMN `owner_id`;
-- downgrade
ALTER TABLE `animals` ADD COLUMN `owner_id` int;
UPDATE `animals` SET `owner_id` = ((SELECT min(id) FROM owners)) WHERE `owner_id` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `owner_id` int NOT NULL;
ALTER TABLE `animals` ADD COLUMN `chip` int;
UPDATE `animals` SET `chip` = (id) WHERE `chip` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `chip` int NOT NULL;
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-chip` UNIQUE (`chip`);
ALTER TABLE `animals` ADD CONSTRAINT `fk-animals-owner_id` FOREIGN KEY (`owner_id`) REFERENCES `owners` (`id`);
