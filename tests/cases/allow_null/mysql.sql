-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255);
ALTER TABLE `animals` MODIFY COLUMN `visits` int DEFAULT 1;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` int NOT NULL DEFAULT 1;
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255) NOT NULL;
