-- upgrade
CREATE TABLE `users` (
    `id` binary(16) NOT NULL,
    `name` varchar(255) NOT NULL,
    PRIMARY KEY (`id`)
);
CREATE TABLE `sessions` (
    `token` varchar(64) NOT NULL,
    `user_id` binary(16) NOT NULL,
    `expires_at` timestamp NOT NULL,
    PRIMARY KEY (`token`),
    CONSTRAINT `fk-sessions-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
);
-- downgrade
DROP TABLE `sessions`;
DROP TABLE `users`;
