-- upgrade
ALTER TABLE `tickets` MODIFY COLUMN `id` int NOT NULL;
-- downgrade
ALTER TABLE `tickets` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
