-- upgrade
ALTER TABLE `animals` ADD COLUMN `nickname` varchar(255);
ALTER TABLE `animals` ADD COLUMN `weight` double;
ALTER TABLE `animals` ADD COLUMN `born_on` date;
ALTER TABLE `animals` ADD COLUMN `fee` decimal(8,2);
-- downgrade
ALTER TABLE `animals` DROP COLUMN `fee`;
ALTER TABLE `animals` DROP COLUMN `born_on`;
ALTER TABLE `animals` DROP COLUMN `weight`;
ALTER TABLE `animals` DROP COLUMN `nickname`;
