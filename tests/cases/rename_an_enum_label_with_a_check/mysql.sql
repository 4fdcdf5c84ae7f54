-- upgrade
ALTER TABLE `animals` DROP CONSTRAINT `ck_mood`;
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild','Calm_limbeck_next') NOT NULL DEFAULT 'calm' COMMENT 'how it is';
UPDATE `animals` SET `mood` = 'Calm_limbeck_next' WHERE `mood` = 'calm';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('Calm','wild','Calm_limbeck_next') NOT NULL DEFAULT 'Calm' COMMENT 'how it is';
UPDATE `animals` SET `mood` = 'Calm' WHERE `mood` = 'Calm_limbeck_next';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('Calm','wild') NOT NULL DEFAULT 'Calm' COMMENT 'how it is';
ALTER TABLE `animals` ADD CONSTRAINT `ck_mood` CHECK (mood <> 'Calm' OR weight IS NOT NULL);
-- downgrade
ALTER TABLE `animals` DROP CONSTRAINT `ck_mood`;
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('Calm','wild','calm_limbeck_next') NOT NULL DEFAULT 'Calm' COMMENT 'how it is';
UPDATE `animals` SET `mood` = 'calm_limbeck_next' WHERE `mood` = 'Calm';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild','calm_limbeck_next') NOT NULL DEFAULT 'calm' COMMENT 'how it is';
UPDATE `animals` SET `mood` = 'calm' WHERE `mood` = 'calm_limbeck_next';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL DEFAULT 'calm' COMMENT 'how it is';
ALTER TABLE `animals` ADD CONSTRAINT `ck_mood` CHECK (mood <> 'calm' OR weight IS NOT NULL);
