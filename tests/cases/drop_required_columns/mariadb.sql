-- upgrade
ALTER TABLE `animals` DROP COLUMN `nickname`;
ALTER TABLE `animals` DROP COLUMN `weight`;
-- downgrade
ALTER TABLE `animals` ADD COLUMN `weight` double;
UPDATE `animals` SET `weight` = 0 WHERE `weight` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `weight` double NOT NULL;
ALTER TABLE `animals` ADD COLUMN `nickname` varchar(255);
UPDATE `animals` SET `nickname` = '' WHERE `nickname` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `nickname` varchar(255) NOT NULL;
