-- upgrade
ALTER TABLE `cages` MODIFY COLUMN `size` enum('small','medium','large') NOT NULL;
ALTER TABLE `leashes` MODIFY COLUMN `size` enum('small','medium','large');
-- downgrade
ALTER TABLE `cages` MODIFY COLUMN `size` enum('small','large') NOT NULL;
ALTER TABLE `leashes` MODIFY COLUMN `size` enum('small','large');
