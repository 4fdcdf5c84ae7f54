-- upgrade
CREATE TABLE `animals` (
    `id` int NOT NULL AUTO_INCREMENT,
    `name` varchar(255) NOT NULL,
    PRIMARY KEY (`id`)
);
CREATE INDEX `idx-animals-name` ON `animals` (`name`);
CREATE TABLE `users` (
    `id` int NOT NULL AUTO_INCREMENT,
    `email` varchar(255) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `uq-users-email` UNIQUE (`email`)
);
CREATE TABLE `adoptions` (
    `user_id` int NOT NULL,
    `animal_id` int NOT NULL,
    `adopted_on` date NOT NULL,
    PRIMARY KEY (`user_id`, `animal_id`),
    CONSTRAINT `fk-adoptions-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT `fk-adoptions-animal_id` FOREIGN KEY (`animal_id`) REFERENCES `animals` (`id`) ON DELETE RESTRICT
);
-- downgrade
DROP TABLE `adoptions`;
DROP TABLE `users`;
DROP INDEX `idx-animals-name` ON `animals`;
DROP TABLE `animals`;
