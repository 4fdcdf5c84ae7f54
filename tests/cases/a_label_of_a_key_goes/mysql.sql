-- upgrade
ALTER TABLE `slots` MODIFY COLUMN `day` enum('mon','noon','tue','wed') NOT NULL, MODIFY COLUMN `other` enum('mon','noon','tue','wed') NOT NULL;
-- downgrade
ALTER TABLE `slots` MODIFY COLUMN `day` enum('mon','tue','wed','thu') NOT NULL, MODIFY COLUMN `other` enum('mon','tue','wed','thu') NOT NULL;
