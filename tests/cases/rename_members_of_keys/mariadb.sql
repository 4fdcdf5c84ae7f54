-- upgrade
ALTER TABLE `seats` RENAME COLUMN `lvl` TO `level`;
ALTER TABLE `seats` RENAME COLUMN `num` TO `number`;
ALTER TABLE `tickets` RENAME COLUMN `num` TO `seat_number`;
-- downgrade
ALTER TABLE `tickets` RENAME COLUMN `seat_number` TO `num`;
ALTER TABLE `seats` RENAME COLUMN `number` TO `num`;
ALTER TABLE `seats` RENAME COLUMN `level` TO `lvl`;
