-- upgrade
ALTER TABLE `order` ADD COLUMN `select` int NOT NULL DEFAULT 0;
ALTER TABLE `order` ADD COLUMN `Unit Price` int NOT NULL DEFAULT 1;
ALTER TABLE `order` ADD COLUMN `grün` int;
ALTER TABLE `order` ADD COLUMN `camelCase` int;
ALTER TABLE `order` ADD COLUMN `type` varchar(255);
ALTER TABLE `order` ADD CONSTRAINT `uq-order-grün` UNIQUE (`grün`);
CREATE INDEX `idx-order-camelCase` ON `order` (`camelCase`);
CREATE INDEX `idx-order-select` ON `order` (`select`);
-- downgrade
DROP INDEX `idx-order-select` ON `order`;
DROP INDEX `idx-order-camelCase` ON `order`;
DROP INDEX `uq-order-grün` ON `order`;
ALTER TABLE `order` DROP COLUMN `type`;
ALTER TABLE `order` DROP COLUMN `camelCase`;
ALTER TABLE `order` DROP COLUMN `grün`;
ALTER TABLE `order` DROP COLUMN `Unit Price`;
ALTER TABLE `order` DROP COLUMN `select`;
