-- upgrade
ALTER TABLE `readings` MODIFY COLUMN `amount` int NOT NULL;
ALTER TABLE `readings` MODIFY COLUMN `code` varchar(20) NOT NULL;
ALTER TABLE `readings` MODIFY COLUMN `level` double NOT NULL;
-- downgrade
ALTER TABLE `readings` MODIFY COLUMN `level` int NOT NULL;
ALTER TABLE `readings` MODIFY COLUMN `code` int NOT NULL;
ALTER TABLE `readings` MODIFY COLUMN `amount` varchar(12) NOT NULL;
