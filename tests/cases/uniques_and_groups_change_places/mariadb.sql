-- upgrade
DROP INDEX `uq-names-first` ON `names`;
DROP INDEX `idx-names-born` ON `names`;
DROP INDEX `idx-names-last` ON `names`;
ALTER TABLE `names` ADD CONSTRAINT `uq-names-place` UNIQUE (`place`);
CREATE UNIQUE INDEX `idx-names-full` ON `names` (`first`, `last`);
CREATE INDEX `idx-names-year` ON `names` (`year`);
-- downgrade
DROP INDEX `idx-names-year` ON `names`;
DROP INDEX `idx-names-full` ON `names`;
DROP INDEX `uq-names-place` ON `names`;
CREATE INDEX `idx-names-last` ON `names` (`last`);
CREATE UNIQUE INDEX `idx-names-born` ON `names` (`year`, `place`);
ALTER TABLE `names` ADD CONSTRAINT `uq-names-first` UNIQUE (`first`);
