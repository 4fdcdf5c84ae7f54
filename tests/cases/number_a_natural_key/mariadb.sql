-- upgrade
ALTER TABLE `items` ADD COLUMN `id` int NOT NULL AUTO_INCREMENT, DROP PRIMARY KEY, ADD PRIMARY KEY (`id`);
ALTER TABLE `items` ADD CONSTRAINT `uq-items-code` UNIQUE (`code`);
-- downgrade
DROP INDEX `uq-items-code` ON `items`;
ALTER TABLE `items` MODIFY COLUMN `id` int NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (`code`);
ALTER TABLE `items` DROP COLUMN `id`;
