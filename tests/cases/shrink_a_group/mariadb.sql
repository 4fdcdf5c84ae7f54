-- upgrade
ALTER TABLE `seats` DROP CONSTRAINT `ck-seats-letter`;
DROP INDEX `idx-seats-seat` ON `seats`;
CREATE UNIQUE INDEX `idx-seats-seat` ON `seats` (`hall`, `number`);
ALTER TABLE `seats` DROP COLUMN `letter`;
-- downgrade
ALTER TABLE `seats` ADD COLUMN `letter` int NOT NULL DEFAULT 1;
DROP INDEX `idx-seats-seat` ON `seats`;
CREATE UNIQUE INDEX `idx-seats-seat` ON `seats` (`hall`, `number`, `letter`);
ALTER TABLE `seats` ADD CONSTRAINT `ck-seats-letter` CHECK (letter > 0);
