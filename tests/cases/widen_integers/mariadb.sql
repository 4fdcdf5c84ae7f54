-- upgrade
ALTER TABLE `counters` MODIFY COLUMN `maybe` bigint;
ALTER TABLE `counters` MODIFY COLUMN `number` bigint NOT NULL;
ALTER TABLE `counters` MODIFY COLUMN `small` int NOT NULL;
-- downgrade
ALTER TABLE `counters` MODIFY COLUMN `small` smallint NOT NULL;
ALTER TABLE `counters` MODIFY COLUMN `number` int NOT NULL;
ALTER TABLE `counters` MODIFY COLUMN `maybe` int;
