-- upgrade
ALTER TABLE `animals` ADD COLUMN `owner_id` int;
CREATE INDEX `idx-animals-owner_id` ON `animals` (`owner_id`);
ALTER TABLE `animals` ADD CONSTRAINT `fk-animals-owner_id` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE SET NULL;
-- downgrade
ALTER TABLE `animals` DROP FOREIGN KEY `fk-animals-owner_id`;
DROP INDEX `idx-animals-owner_id` ON `animals`;
ALTER TABLE `animals` DROP COLUMN `owner_id`;
