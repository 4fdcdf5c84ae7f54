-- upgrade
ALTER TABLE `bookings` DROP FOREIGN KEY `fk-bookings-account_id`;
DROP INDEX IF EXISTS `fk-bookings-account_id` ON `bookings`;
ALTER TABLE `accounts` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;
ALTER TABLE `bookings` DROP FOREIGN KEY `fk-bookings-reversed_id`;
DROP INDEX IF EXISTS `fk-bookings-reversed_id` ON `bookings`;
ALTER TABLE `bookings` MODIFY COLUMN `account_id` bigint NOT NULL;
ALTER TABLE `bookings` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;
ALTER TABLE `bookings` MODIFY COLUMN `reversed_id` bigint;
ALTER TABLE `bookings` ADD CONSTRAINT `fk-bookings-reversed_id` FOREIGN KEY (`reversed_id`) REFERENCES `bookings` (`id`);
ALTER TABLE `bookings` ADD CONSTRAINT `fk-bookings-account_id` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`);
-- downgrade
ALTER TABLE `bookings` DROP FOREIGN KEY `fk-bookings-account_id`;
DROP INDEX IF EXISTS `fk-bookings-account_id` ON `bookings`;
ALTER TABLE `bookings` DROP FOREIGN KEY `fk-bookings-reversed_id`;
DROP INDEX IF EXISTS `fk-bookings-reversed_id` ON `bookings`;
ALTER TABLE `bookings` MODIFY COLUMN `reversed_id` int;
ALTER TABLE `bookings` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
ALTER TABLE `bookings` MODIFY COLUMN `account_id` int NOT NULL;
ALTER TABLE `bookings` ADD CONSTRAINT `fk-bookings-reversed_id` FOREIGN KEY (`reversed_id`) REFERENCES `bookings` (`id`);
ALTER TABLE `accounts` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT;
ALTER TABLE `bookings` ADD CONSTRAINT `fk-bookings-account_id` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`);
