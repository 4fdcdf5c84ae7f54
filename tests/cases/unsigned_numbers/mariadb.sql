-- upgrade
ALTER TABLE `counters` ADD COLUMN `number` int unsigned;
ALTER TABLE `counters` ADD COLUMN `big` bigint unsigned;
ALTER TABLE `counters` MODIFY COLUMN `small` int unsigned NOT NULL;
-- downgrade
ALTER TABLE `counters` MODIFY COLUMN `small` smallint unsigned NOT NULL;
ALTER TABLE `counters` DROP COLUMN `big`;
ALTER TABLE `counters` DROP COLUMN `number`;
