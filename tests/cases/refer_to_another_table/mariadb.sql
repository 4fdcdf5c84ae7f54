-- upgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-author_id`;
DROP INDEX IF EXISTS `fk-posts-author_id` ON `posts`;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-author_id` FOREIGN KEY (`author_id`) REFERENCES `people` (`id`);
-- downgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-author_id`;
DROP INDEX IF EXISTS `fk-posts-author_id` ON `posts`;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-author_id` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`);
