-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` varchar(20) NOT NULL;
