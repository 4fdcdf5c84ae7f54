-- upgrade
ALTER TABLE `prices` MODIFY COLUMN `gross` decimal(20,6);
ALTER TABLE `prices` MODIFY COLUMN `net` decimal(14,4) NOT NULL;
-- downgrade
ALTER TABLE `prices` MODIFY COLUMN `net` decimal(8,2) NOT NULL;
ALTER TABLE `prices` MODIFY COLUMN `gross` decimal(12,4);
