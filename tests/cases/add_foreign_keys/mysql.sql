-- upgrade
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `posts_editor` FOREIGN KEY (`editor_id`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;
-- downgrade
ALTER TABLE `posts` DROP FOREIGN KEY `posts_editor`;
DROP INDEX `posts_editor` ON `posts`;
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX `fk-posts-user_id` ON `posts`;
