-- upgrade
ALTER TABLE `UserAccounts` MODIFY COLUMN `kindOf` enum('Aa','BB','Cc C') NOT NULL;
ALTER TABLE `UserAccounts` ADD CONSTRAINT `uq-UserAccounts-EMail` UNIQUE (`EMail`);
ALTER TABLE `blogPosts` ADD COLUMN `ReadBy` int;
CREATE INDEX `idx-blogPosts-WrittenBy` ON `blogPosts` (`WrittenBy`);
ALTER TABLE `blogPosts` ADD CONSTRAINT `fk-blogPosts-ReadBy` FOREIGN KEY (`ReadBy`) REFERENCES `UserAccounts` (`Id`) ON DELETE SET NULL;
-- downgrade
ALTER TABLE `blogPosts` DROP FOREIGN KEY `fk-blogPosts-ReadBy`;
DROP INDEX IF EXISTS `fk-blogPosts-ReadBy` ON `blogPosts`;
ALTER TABLE `blogPosts` DROP INDEX `idx-blogPosts-WrittenBy`, ADD INDEX IF NOT EXISTS `fk-blogPosts-WrittenBy` (`WrittenBy`);
ALTER TABLE `blogPosts` DROP COLUMN `ReadBy`;
DROP INDEX `uq-UserAccounts-EMail` ON `UserAccounts`;
ALTER TABLE `UserAccounts` MODIFY COLUMN `kindOf` enum('Aa','BB') NOT NULL;
