-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `state` enum('calm','wild','fierce') NOT NULL DEFAULT 'calm';
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `state` enum('calm','wild') NOT NULL DEFAULT 'calm';
