-- upgrade
ALTER TABLE `animals` ADD COLUMN `mood` enum('calm','wild');
ALTER TABLE `animals` ADD COLUMN `usual_mood` enum('calm','wild') NOT NULL DEFAULT 'calm';
-- downgrade
ALTER TABLE `animals` DROP COLUMN `usual_mood`;
ALTER TABLE `animals` DROP COLUMN `mood`;
