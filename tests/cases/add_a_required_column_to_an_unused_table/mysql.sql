-- upgrade
ALTER TABLE `animals` ADD COLUMN `shelter` int NOT NULL;
-- downgrade
ALTER TABLE `animals` DROP COLUMN `shelter`;
