-- upgrade
ALTER TABLE `animals` ADD COLUMN `number` int;
ALTER TABLE `animals` ADD COLUMN `legs` int;
UPDATE `animals` SET `number` = (id) WHERE `number` IS NULL;
UPDATE `animals` SET `legs` = 4 WHERE `legs` IS NULL;
UPDATE `animals` SET `chip` = (0 - id) WHERE `chip` IS NULL;
ALTER TABLE `animals` MODIFY COLUMN `number` int NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `legs` int NOT NULL;
ALTER TABLE `animals` MODIFY COLUMN `chip` int NOT NULL;
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-chip` UNIQUE (`chip`);
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-number` UNIQUE (`number`);
CREATE INDEX `idx-animals-legs` ON `animals` (`legs`);
-- downgrade
DROP INDEX `idx-animals-legs` ON `animals`;
DROP INDEX `uq-animals-number` ON `animals`;
DROP INDEX `uq-animals-chip` ON `animals`;
ALTER TABLE `animals` MODIFY COLUMN `chip` int;
ALTER TABLE `animals` DROP COLUMN `legs`;
ALTER TABLE `animals` DROP COLUMN `number`;
