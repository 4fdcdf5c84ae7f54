-- upgrade
CREATE TABLE `studio` (
    `id` int NOT NULL,
    `name` varchar(255) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `uq-studio-name` UNIQUE (`name`)
);
ALTER TABLE `film` ADD COLUMN `studio_id` int;
ALTER TABLE `film` ADD CONSTRAINT `fk-film-studio_id` FOREIGN KEY (`studio_id`) REFERENCES `studio` (`id`) ON DELETE SET NULL;
ALTER TABLE `film_actor` ADD COLUMN `role_name` varchar(255);
-- downgrade
ALTER TABLE `film_actor` DROP COLUMN `role_name`;
ALTER TABLE `film` DROP FOREIGN KEY `fk-film-studio_id`;
DROP INDEX IF EXISTS `fk-film-studio_id` ON `film`;
ALTER TABLE `film` DROP COLUMN `studio_id`;
DROP TABLE `studio`;
