-- upgrade
ALTER TABLE `animals` DROP COLUMN `nickname`;
ALTER TABLE `animals` DROP COLUMN `weight`;
-- downgrade
ALTER TABLE `animals` ADD COLUMN `weight` double NOT NULL;
ALTER TABLE `animals` ADD COLUMN `nickname` varchar(255) NOT NULL;
