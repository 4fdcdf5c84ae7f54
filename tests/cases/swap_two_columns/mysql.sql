-- upgrade
ALTER TABLE `names` MODIFY COLUMN `first` varchar(60) NOT NULL;
ALTER TABLE `names` MODIFY COLUMN `last` varchar(30) NOT NULL;
-- downgrade
ALTER TABLE `names` MODIFY COLUMN `last` varchar(60) NOT NULL;
ALTER TABLE `names` MODIFY COLUMN `first` varchar(30) NOT NULL;
