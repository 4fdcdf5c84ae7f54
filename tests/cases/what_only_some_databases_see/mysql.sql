-- upgrade
ALTER TABLE `alarms` MODIFY COLUMN `level` enum('low','high','highest') NOT NULL;
ALTER TABLE `alarms` MODIFY COLUMN `count` bigint NOT NULL;
ALTER TABLE `alarms` MODIFY COLUMN `text` varchar(128) NOT NULL COMMENT 'what is told';
-- downgrade
ALTER TABLE `alarms` MODIFY COLUMN `text` varchar(64) NOT NULL;
ALTER TABLE `alarms` MODIFY COLUMN `count` int NOT NULL;
ALTER TABLE `alarms` MODIFY COLUMN `level` enum('low','high') NOT NULL;
