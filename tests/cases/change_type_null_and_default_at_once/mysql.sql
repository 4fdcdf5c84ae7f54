-- upgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` bigint NOT NULL DEFAULT 0;
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `visits` int;
