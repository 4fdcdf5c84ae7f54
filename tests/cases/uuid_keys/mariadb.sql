-- upgrade
CREATE TABLE `users` (
    `id` binary(16) NOT NULL,
    `name` varchar(255) NOT NULL,
    PRIMARY KEY (`id`)
);
CREATE TABLE `sessions` (
    `token` varchar(64) NOT NULL,
    `user_id` binary(16) NOT NULL,
    `expires_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (`token`),
    CONSTRAINT `fk-sessions-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
);
ALTER TABLE `sessions` ALTER COLUMN `expires_at` DROP DEFAULT;
-- downgrade
DROP TABLE `sessions`;
DROP TABLE `users`;
