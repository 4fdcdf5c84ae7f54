-- upgrade
DROP INDEX `idx-animals-name` ON `animals`;
DROP INDEX `idx-animals-shelter` ON `animals`;
-- downgrade
CREATE INDEX `idx-animals-shelter` ON `animals` (`shelter`);
CREATE INDEX `idx-animals-name` ON `animals` (`name`);
