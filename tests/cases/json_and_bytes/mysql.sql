-- upgrade
ALTER TABLE `documents` MODIFY COLUMN `body` json NOT NULL;
ALTER TABLE `documents` MODIFY COLUMN `raw` blob NOT NULL;
-- downgrade
ALTER TABLE `documents` MODIFY COLUMN `raw` varbinary(64) NOT NULL;
ALTER TABLE `documents` MODIFY COLUMN `body` json NOT NULL;
