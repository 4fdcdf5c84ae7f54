-- upgrade
RENAME TABLE `animals` TO `beasts`;
ALTER TABLE `beasts` RENAME COLUMN `mood` TO `state`;
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('calm','wild','furious') NOT NULL, MODIFY COLUMN `usual` enum('calm','wild','furious') NOT NULL DEFAULT 'wild';
UPDATE `beasts` SET `state` = 'furious' WHERE `state` = 'wild';
UPDATE `beasts` SET `usual` = 'furious' WHERE `usual` = 'wild';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('calm','furious') NOT NULL, MODIFY COLUMN `usual` enum('calm','furious') NOT NULL DEFAULT 'furious';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('calm','furious','wild') NOT NULL, MODIFY COLUMN `usual` enum('calm','furious','wild') NOT NULL DEFAULT 'furious';
UPDATE `beasts` SET `state` = 'wild' WHERE `state` = 'calm';
UPDATE `beasts` SET `usual` = 'wild' WHERE `usual` = 'calm';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('wild','furious') NOT NULL, MODIFY COLUMN `usual` enum('wild','furious') NOT NULL DEFAULT 'furious';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('asleep','wild','furious') NOT NULL, MODIFY COLUMN `usual` enum('asleep','wild','furious') NOT NULL DEFAULT 'furious';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('asleep','wild','furious') NOT NULL DEFAULT 'asleep';
-- downgrade
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('asleep','wild','furious') NOT NULL;
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('wild','furious') NOT NULL, MODIFY COLUMN `usual` enum('wild','furious') NOT NULL DEFAULT 'furious';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('wild','furious','calm') NOT NULL, MODIFY COLUMN `usual` enum('wild','furious','calm') NOT NULL DEFAULT 'furious';
UPDATE `beasts` SET `state` = 'calm' WHERE `state` = 'wild';
UPDATE `beasts` SET `usual` = 'calm' WHERE `usual` = 'wild';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('calm','furious') NOT NULL, MODIFY COLUMN `usual` enum('calm','furious') NOT NULL DEFAULT 'furious';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('calm','furious','wild') NOT NULL, MODIFY COLUMN `usual` enum('calm','furious','wild') NOT NULL DEFAULT 'furious';
UPDATE `beasts` SET `state` = 'wild' WHERE `state` = 'furious';
UPDATE `beasts` SET `usual` = 'wild' WHERE `usual` = 'furious';
ALTER TABLE `beasts` MODIFY COLUMN `state` enum('calm','wild') NOT NULL, MODIFY COLUMN `usual` enum('calm','wild') NOT NULL DEFAULT 'wild';
ALTER TABLE `beasts` RENAME COLUMN `state` TO `mood`;
RENAME TABLE `beasts` TO `animals`;
