-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `age` bigint;
ALTER TABLE `animals` MODIFY COLUMN `code` text;
UPDATE `animals` SET `age` = 0 WHERE `age` IS NULL;
UPDATE `animals` SET `code` = '' WHERE `code` IS NULL;
UPDATE `animals` SET `legs` = 4 WHERE `legs` IS NULL;
UPDATE `animals` SET `name` = 'nobody' WHERE `name` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `age` bigint NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `code` text NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `legs` int NOT NULL DEFAULT 4;
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255) NOT NULL;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255);
ALTER TABLE `animals` MODIFY COLUMN `legs` int DEFAULT 4;
ALTER TABLE `animals` MODIFY COLUMN `code` text;
ALTER TABLE `animals` MODIFY COLUMN `age` bigint;
ALTER TABLE `animals` MODIFY COLUMN `code` varchar(20);
ALTER TABLE `animals` MODIFY COLUMN `age` int;
