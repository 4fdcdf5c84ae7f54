-- upgrade
ALTER TABLE `visits` ADD COLUMN `left_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE `visits` MODIFY COLUMN `known` json NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `seen_at` datetime NOT NULL;
-- downgrade
ALTER TABLE `visits` MODIFY COLUMN `seen_at` timestamp NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `known` json NOT NULL;
ALTER TABLE `visits` DROP COLUMN `left_at`;
