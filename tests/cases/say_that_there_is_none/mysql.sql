-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `status` varchar(255);
ALTER TABLE `animals` MODIFY COLUMN `visits` int;
ALTER TABLE `animals` COMMENT = '';
-- downgrade
ALTER TABLE `animals` COMMENT = 'who lives here';
ALTER TABLE `animals` MODIFY COLUMN `visits` int DEFAULT 7;
ALTER TABLE `animals` MODIFY COLUMN `status` varchar(255) DEFAULT 'new' COMMENT 'life cycle';
