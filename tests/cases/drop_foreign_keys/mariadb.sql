-- upgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX IF EXISTS `fk-posts-user_id` ON `posts`;
ALTER TABLE `posts` DROP FOREIGN KEY `posts_editor`;
DROP INDEX IF EXISTS `posts_editor` ON `posts`;
-- downgrade
ALTER TABLE `posts` ADD CONSTRAINT `posts_editor` FOREIGN KEY (`editor_id`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;
