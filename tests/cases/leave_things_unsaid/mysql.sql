-- upgrade
ALTER TABLE `animals` ADD COLUMN `nickname` varchar(255);
-- downgrade
ALTER TABLE `animals` DROP COLUMN `nickname`;
