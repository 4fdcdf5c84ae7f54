-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('wild','calm','curious') NOT NULL;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','curious','wild') NOT NULL;
