-- upgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-editor_id`;
DROP INDEX IF EXISTS `fk-posts-editor_id` ON `posts`;
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX IF EXISTS `fk-posts-user_id` ON `posts`;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-editor_id` FOREIGN KEY (`editor_id`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT;
-- downgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX IF EXISTS `fk-posts-user_id` ON `posts`;
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-editor_id`;
DROP INDEX IF EXISTS `fk-posts-editor_id` ON `posts`;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-editor_id` FOREIGN KEY (`editor_id`) REFERENCES `users` (`id`);
