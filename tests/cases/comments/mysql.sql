-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255) NOT NULL COMMENT 'as the owner says it';
ALTER TABLE `animals` MODIFY COLUMN `weight` double NOT NULL COMMENT 'in kilograms; it''s rounded';
ALTER TABLE `animals` COMMENT = 'who lives here';
-- downgrade
ALTER TABLE `animals` COMMENT = '';
ALTER TABLE `animals` MODIFY COLUMN `weight` double NOT NULL COMMENT 'in grams';
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(255) NOT NULL;
