-- upgrade
ALTER TABLE `tickets` ADD CONSTRAINT `fk-tickets-seat_hall-seat_number` FOREIGN KEY (`seat_hall`, `seat_number`) REFERENCES `seats` (`hall`, `number`) ON DELETE CASCADE;
-- downgrade
ALTER TABLE `tickets` DROP FOREIGN KEY `fk-tickets-seat_hall-seat_number`;
DROP INDEX IF EXISTS `fk-tickets-seat_hall-seat_number` ON `tickets`;
