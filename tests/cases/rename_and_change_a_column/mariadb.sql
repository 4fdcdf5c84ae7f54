-- upgrade
ALTER TABLE `animals` RENAME COLUMN `nick` TO `name`;
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(60) NOT NULL DEFAULT 'none';
-- downgrade
ALTER TABLE `animals` MODIFY COLUMN `name` varchar(20) NOT NULL;
ALTER TABLE `animals` RENAME COLUMN `name` TO `nick`;
