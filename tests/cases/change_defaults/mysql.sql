-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `active` tinyint(1) NOT NULL DEFAULT FALSE;
ALTER TABLE `animals` MODIFY COLUMN `status` varchar(255) NOT NULL DEFAULT 'it''s here';
ALTER TABLE `animals` MODIFY COLUMN `visits` int NOT NULL DEFAULT 12;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` int NOT NULL DEFAULT 0;
ALTER TABLE `animals` MODIFY COLUMN `status` varchar(255) NOT NULL DEFAULT 'new';
ALTER TABLE `animals` MODIFY COLUMN `active` tinyint(1) NOT NULL DEFAULT TRUE;
