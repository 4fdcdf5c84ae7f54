-- upgrade
ALTER TABLE `posts` DROP FOREIGN KEY `fk-posts-user_id`;
DROP INDEX `fk-posts-user_id` ON `posts`;
ALTER TABLE `posts` DROP FOREIGN KEY `posts_editor`;
DROP INDEX `posts_editor` ON `posts`;
DROP TABLE `users`;
-- downgrade
CREATE TABLE `users` (
    `id` int NOT NULL AUTO_INCREMENT,
    `email` varchar(255) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `uq-users-email` UNIQUE (`email`)
);
ALTER TABLE `posts` ADD CONSTRAINT `posts_editor` FOREIGN KEY (`editor_id`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE `posts` ADD CONSTRAINT `fk-posts-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE;
