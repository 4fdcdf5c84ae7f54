-- upgrade
CREATE TABLE `samples` (
    `id` int NOT NULL AUTO_INCREMENT,
    `flag` tinyint(1) NOT NULL,
    `tiny` tinyint NOT NULL,
    `small` smallint NOT NULL,
    `number` int NOT NULL,
    `big` bigint NOT NULL,
    `single` float NOT NULL,
    `double` double NOT NULL,
    `price` decimal(12,3) NOT NULL,
    `currency` char(3) NOT NULL,
    `short_name` varchar(40) NOT NULL,
    `name` varchar(255) NOT NULL,
    `story` text NOT NULL,
    `digest` varbinary(64) NOT NULL,
    `picture` blob NOT NULL,
    `day` date NOT NULL,
    `hour` time NOT NULL,
    `seen_at` datetime NOT NULL,
    `stored_at` timestamp NOT NULL,
    `token` binary(16) NOT NULL,
    `detail` json NOT NULL,
    `nothing` varchar(255),
    PRIMARY KEY (`id`)
);
-- downgrade
DROP TABLE `samples`;
