-- upgrade
ALTER TABLE `papers` DROP COLUMN `previous_state`;
DROP TABLE `scraps`;
ALTER TABLE `papers` MODIFY COLUMN `state` enum('draft','final') NOT NULL;
-- downgrade
ALTER TABLE `papers` MODIFY COLUMN `state` enum('draft','lost','final') NOT NULL;
CREATE TABLE `scraps` (
    `id` int NOT NULL AUTO_INCREMENT,
    `state` enum('draft','lost','final') NOT NULL,
    PRIMARY KEY (`id`)
);
ALTER TABLE `papers` ADD COLUMN `previous_state` enum('draft','lost','final');
