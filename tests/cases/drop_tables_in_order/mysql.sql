-- upgrade
DROP TABLE `adoptions`;
DROP TABLE `animals`;
-- downgrade
CREATE TABLE `animals` (
    `id` int NOT NULL AUTO_INCREMENT,
    `name` varchar(255) NOT NULL,
    PRIMARY KEY (`id`)
);
CREATE INDEX `idx-animals-name` ON `animals` (`name`);
CREATE TABLE `adoptions` (
    `user_id` int NOT NULL,
    `animal_id` int NOT NULL,
    `adopted_on` date NOT NULL,
    PRIMARY KEY (`user_id`, `animal_id`),
    CONSTRAINT `fk-adoptions-user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT `fk-adoptions-animal_id` FOREIGN KEY (`animal_id`) REFERENCES `animals` (`id`) ON DELETE RESTRICT
);
