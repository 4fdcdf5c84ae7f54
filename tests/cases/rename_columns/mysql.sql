-- upgrade
ALTER TABLE `animals` RENAME COLUMN `chip` TO `chip_code`;
ALTER TABLE `animals` RENAME COLUMN `keeper` TO `owner_id`;
ALTER TABLE `animals` RENAME COLUMN `nick` TO `name`;
ALTER TABLE `animals` DROP CONSTRAINT `ck-animals-pounds`;
ALTER TABLE `animals` RENAME COLUMN `pounds` TO `weight`;
ALTER TABLE `animals` ADD CONSTRAINT `ck-animals-pounds` CHECK (weight > 0);
-- downgrade
ALTER TABLE `animals` DROP CONSTRAINT `ck-animals-pounds`;
ALTER TABLE `animals` RENAME COLUMN `weight` TO `pounds`;
ALTER TABLE `animals` ADD CONSTRAINT `ck-animals-pounds` CHECK (pounds > 0);
ALTER TABLE `animals` RENAME COLUMN `name` TO `nick`;
ALTER TABLE `animals` RENAME COLUMN `owner_id` TO `keeper`;
ALTER TABLE `animals` RENAME COLUMN `chip_code` TO `chip`;
