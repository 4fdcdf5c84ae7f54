-- upgrade
DROP INDEX `uq-animals-cage` ON `animals`;
DROP INDEX `idx-animals-chip` ON `animals`;
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-chip` UNIQUE (`chip`);
CREATE INDEX `idx-animals-cage` ON `animals` (`cage`);
-- downgrade
DROP INDEX `idx-animals-cage` ON `animals`;
DROP INDEX `uq-animals-chip` ON `animals`;
CREATE INDEX `idx-animals-chip` ON `animals` (`chip`);
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-cage` UNIQUE (`cage`);
