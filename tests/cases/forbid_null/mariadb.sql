-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `born_on` date NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255) NOT NULL;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255);
ALTER TABLE `animals` MODIFY COLUMN `born_on` date;
