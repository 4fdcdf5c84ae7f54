-- upgrade
ALTER TABLE `notes` MODIFY COLUMN `body` text NOT NULL;
ALTER TABLE `notes` MODIFY COLUMN `tag` varchar(40) NOT NULL;
ALTER TABLE `notes` MODIFY COLUMN `title` varchar(60) NOT NULL;
-- downgrade
ALTER TABLE `notes` MODIFY COLUMN `title` varchar(20) NOT NULL;
ALTER TABLE `notes` MODIFY COLUMN `tag` varchar(80) NOT NULL;
ALTER TABLE `notes` MODIFY COLUMN `body` varchar(100) NOT NULL;
