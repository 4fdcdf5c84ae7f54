-- upgrade
DROP TABLE `clocks`;
-- downgrade
CREATE TABLE `clocks` (
    `id` int NOT NULL AUTO_INCREMENT,
    `seen_at` datetime NOT NULL,
    PRIMARY KEY (`id`)
);
