-- upgrade
ALTER TABLE `parcels` MODIFY COLUMN `area` int GENERATED ALWAYS AS (width + height) STORED;
-- downgrade
ALTER TABLE `parcels` MODIFY COLUMN `area` int GENERATED ALWAYS AS (width * height) STORED;
