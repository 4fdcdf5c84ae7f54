-- upgrade
DROP INDEX `uq-animals-chip` ON `animals`;
DROP INDEX `idx-animals-place` ON `animals`;
-- downgrade
CREATE UNIQUE INDEX `idx-animals-place` ON `animals` (`shelter`, `cage`);
ALTER TABLE `animals` ADD CONSTRAINT `uq-animals-chip` UNIQUE (`chip`);
