-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','curious','wild') NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL DEFAULT 'calm';
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','curious','wild') NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','curious','wild') NOT NULL DEFAULT 'curious';
