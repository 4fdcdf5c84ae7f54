-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('asleep','calm','curious','wild','gone') NOT NULL DEFAULT 'calm';
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','wild') NOT NULL DEFAULT 'calm';
