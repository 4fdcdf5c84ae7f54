-- upgrade
RENAME TABLE `keepers` TO `people`;
ALTER TABLE `people` RENAME COLUMN `nick` TO `name`;
-- downgrade
ALTER TABLE `people` RENAME COLUMN `name` TO `nick`;
RENAME TABLE `people` TO `keepers`;
