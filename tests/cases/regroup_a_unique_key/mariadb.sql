-- upgrade
DROP INDEX `idx-seats-seat` ON `seats`;
CREATE UNIQUE INDEX `idx-seats-seat` ON `seats` (`hall`, `seat_row`, `number`);
-- downgrade
DROP INDEX `idx-seats-seat` ON `seats`;
CREATE UNIQUE INDEX `idx-seats-seat` ON `seats` (`hall`, `seat_row`);
