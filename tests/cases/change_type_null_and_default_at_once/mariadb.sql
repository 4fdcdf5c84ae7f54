-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` bigint DEFAULT 0;
UPDATE `animals` SET `visits` = 0 WHERE `visits` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `visits` bigint NOT NULL DEFAULT 0;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` bigint DEFAULT 0;
ALTER TABLE `animals` MODIFY COLUMN `visits` int;
