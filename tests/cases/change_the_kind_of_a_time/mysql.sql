-- upgrade
ALTER TABLE `visits` MODIFY COLUMN `day` datetime NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `price` decimal(12,2) NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `seen_at` timestamp NOT NULL;
-- downgrade
ALTER TABLE `visits` MODIFY COLUMN `seen_at` datetime NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `price` double NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `day` date NOT NULL;
