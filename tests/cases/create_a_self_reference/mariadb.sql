-- upgrade
CREATE TABLE `categories` (
    `id` int NOT NULL AUTO_INCREMENT,
    `name` varchar(255) NOT NULL,
    `parent_id` int,
    PRIMARY KEY (`id`),
    CONSTRAINT `fk-categories-parent_id` FOREIGN KEY (`parent_id`) REFERENCES `categories` (`id`) ON DELETE SET NULL
);
-- downgrade
DROP TABLE `categories`;
