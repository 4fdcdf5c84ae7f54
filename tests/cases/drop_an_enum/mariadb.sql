-- upgrade
ALTER TABLE `animals` DROP COLUMN `mood`;
-- downgrade
ALTER TABLE `animals` ADD COLUMN `mood` enum('calm','wild') NOT NULL DEFAULT 'calm';
