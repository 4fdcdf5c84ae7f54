-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('asleep','calm','wild') NOT NULL DEFAULT 'calm';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('asleep','calm','wild') NOT NULL DEFAULT 'asleep';
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('asleep','calm','wild') NOT NULL DEFAULT 'calm';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL DEFAULT 'calm';
