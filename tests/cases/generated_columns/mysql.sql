-- upgrade
ALTER TABLE `boxes` ADD COLUMN `area` bigint GENERATED ALWAYS AS (width * height) STORED;
-- downgrade
ALTER TABLE `boxes` DROP COLUMN `area`;
