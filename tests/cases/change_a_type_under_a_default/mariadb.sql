-- upgrade
ALTER TABLE `readings` MODIFY COLUMN `active` int NOT NULL DEFAULT 1;
ALTER TABLE `readings` MODIFY COLUMN `amount` int NOT NULL DEFAULT 2;
ALTER TABLE `readings` MODIFY COLUMN `code` varchar(20) NOT NULL DEFAULT 'seven';
ALTER TABLE `readings` MODIFY COLUMN `level` bigint NOT NULL DEFAULT 3;
-- downgrade
ALTER TABLE `readings` MODIFY COLUMN `level` int NOT NULL DEFAULT 3;
ALTER TABLE `readings` MODIFY COLUMN `code` int NOT NULL DEFAULT 7;
ALTER TABLE `readings` MODIFY COLUMN `amount` varchar(12) NOT NULL DEFAULT '1';
ALTER TABLE `readings` MODIFY COLUMN `active` tinyint(1) NOT NULL DEFAULT TRUE;
