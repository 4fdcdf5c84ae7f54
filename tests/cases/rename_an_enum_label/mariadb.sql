-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','curious','wild','nosy, it''s said') NOT NULL DEFAULT 'curious';
UPDATE `animals` SET `mood` = 'nosy, it''s said' WHERE `mood` = 'curious';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','nosy, it''s said','wild') NOT NULL DEFAULT 'nosy, it''s said';
ALTER TABLE `visits` MODIFY COLUMN `before` enum('calm','curious','wild','nosy, it''s said'), MODIFY COLUMN `after` enum('calm','curious','wild','nosy, it''s said') NOT NULL;
UPDATE `visits` SET `before` = 'nosy, it''s said' WHERE `before` = 'curious';
UPDATE `visits` SET `after` = 'nosy, it''s said' WHERE `after` = 'curious';
ALTER TABLE `visits` MODIFY COLUMN `before` enum('calm','nosy, it''s said','wild'), MODIFY COLUMN `after` enum('calm','nosy, it''s said','wild') NOT NULL;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','nosy, it''s said','wild','curious') NOT NULL DEFAULT 'nosy, it''s said';
UPDATE `animals` SET `mood` = 'curious' WHERE `mood` = 'nosy, it''s said';
ALTER TABLE `animals` MODIFY COLUMN `mood` enum('calm','curious','wild') NOT NULL DEFAULT 'curious';
ALTER TABLE `visits` MODIFY COLUMN `before` enum('calm','nosy, it''s said','wild','curious'), MODIFY COLUMN `after` enum('calm','nosy, it''s said','wild','curious') NOT NULL;
UPDATE `visits` SET `before` = 'curious' WHERE `before` = 'nosy, it''s said';
UPDATE `visits` SET `after` = 'curious' WHERE `after` = 'nosy, it''s said';
ALTER TABLE `visits` MODIFY COLUMN `before` enum('calm','curious','wild'), MODIFY COLUMN `after` enum('calm','curious','wild') NOT NULL;
