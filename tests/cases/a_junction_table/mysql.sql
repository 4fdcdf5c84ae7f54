-- upgrade
CREATE TABLE `memberships` (
    `person_id` int NOT NULL,
    `club_id` int NOT NULL,
    `since` date,
    PRIMARY KEY (`person_id`, `club_id`),
    CONSTRAINT `fk-memberships-person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk-memberships-club_id` FOREIGN KEY (`club_id`) REFERENCES `clubs` (`id`) ON DELETE CASCADE
);
ALTER TABLE `clubs` DROP FOREIGN KEY `fk-clubs-owner_id`;
DROP INDEX `fk-clubs-owner_id` ON `clubs`;
ALTER TABLE `clubs` DROP COLUMN `owner_id`;
-- downgrade
ALTER TABLE `clubs` ADD COLUMN `owner_id` int;
ALTER TABLE `clubs` ADD CONSTRAINT `fk-clubs-owner_id` FOREIGN KEY (`owner_id`) REFERENCES `people` (`id`);
DROP TABLE `memberships`;
