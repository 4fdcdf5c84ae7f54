-- upgrade
CREATE TABLE `departments` (
    `id` int NOT NULL AUTO_INCREMENT,
    `name` varchar(255) NOT NULL,
    `head_id` int,
    PRIMARY KEY (`id`)
);
CREATE TABLE `employees` (
    `id` int NOT NULL AUTO_INCREMENT,
    `name` varchar(255) NOT NULL,
    `department_id` int NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `fk-employees-department_id` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE CASCADE
);
ALTER TABLE `departments` ADD CONSTRAINT `fk-departments-head_id` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`) ON DELETE SET NULL;
-- downgrade
ALTER TABLE `departments` DROP FOREIGN KEY `fk-departments-head_id`;
DROP INDEX `fk-departments-head_id` ON `departments`;
DROP TABLE `employees`;
DROP TABLE `departments`;
