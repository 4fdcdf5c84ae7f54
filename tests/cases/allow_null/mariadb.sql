-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255);
ALTER TABLE `animals` MODIFY COLUMN `visits` int DEFAULT 1;
-- downgrade
UPDATE `animals` SET `visits` = 1 WHERE `visits` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `visits` int NOT NULL DEFAULT 1;
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255) NOT NULL;
