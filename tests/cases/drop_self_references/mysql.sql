-- upgrade
ALTER TABLE `nodes` DROP FOREIGN KEY `fk-nodes-next_id`;
DROP INDEX `fk-nodes-next_id` ON `nodes`;
ALTER TABLE `nodes` DROP FOREIGN KEY `fk-nodes-parent_id`;
DROP INDEX `fk-nodes-parent_id` ON `nodes`;
ALTER TABLE `nodes` DROP COLUMN `next_id`;
ALTER TABLE `nodes` DROP COLUMN `parent_id`;
-- downgrade
ALTER TABLE `nodes` ADD COLUMN `parent_id` int;
ALTER TABLE `nodes` ADD COLUMN `next_id` int;
ALTER TABLE `nodes` ADD CONSTRAINT `fk-nodes-parent_id` FOREIGN KEY (`parent_id`) REFERENCES `nodes` (`id`) ON DELETE CASCADE;
ALTER TABLE `nodes` ADD CONSTRAINT `fk-nodes-next_id` FOREIGN KEY (`next_id`) REFERENCES `nodes` (`id`);
