-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `active` tinyint(1) NOT NULL DEFAULT FALSE;
ALTER TABLE `animals` MODIFY COLUMN `seen_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE `animals` MODIFY COLUMN `status` varchar(255) NOT NULL DEFAULT 'new';
ALTER TABLE `animals` MODIFY COLUMN `visits` int NOT NULL DEFAULT -1;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` int NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `status` varchar(255) NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `seen_at` timestamp NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `active` tinyint(1) NOT NULL;
