-- upgrade
ALTER TABLE `animals` ADD COLUMN `status` varchar(255) NOT NULL DEFAULT 'new';
ALTER TABLE `animals` ADD COLUMN `visits` int NOT NULL DEFAULT 7;
ALTER TABLE `animals` ADD COLUMN `active` tinyint(1) NOT NULL DEFAULT TRUE;
ALTER TABLE `animals` ADD COLUMN `fee` decimal(8,2) NOT NULL DEFAULT 1.5;
ALTER TABLE `animals` ADD COLUMN `registered_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- downgrade
ALTER TABLE `animals` DROP COLUMN `registered_at`;
ALTER TABLE `animals` DROP COLUMN `fee`;
ALTER TABLE `animals` DROP COLUMN `active`;
ALTER TABLE `animals` DROP COLUMN `visits`;
ALTER TABLE `animals` DROP COLUMN `status`;
