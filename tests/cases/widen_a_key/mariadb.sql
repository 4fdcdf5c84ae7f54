-- upgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX IF EXISTS `fk-posts-user_id` ON `posts`;
ALTER TABLE `posts` MODIFY COLUMN `user_id` bigint NOT NULL;
ALTER TABLE `users` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
-- downgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX IF EXISTS `fk-posts-user_id` ON `posts`;
ALTER TABLE `users` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
ALTER TABLE `posts` MODIFY COLUMN `user_id` int NOT NULL;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
