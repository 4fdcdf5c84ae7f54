-- upgrade
ALTER TABLE `weights` MODIFY COLUMN `grams` double NOT NULL;
-- downgrade
ALTER TABLE `weights` MODIFY COLUMN `grams` float NOT NULL;
