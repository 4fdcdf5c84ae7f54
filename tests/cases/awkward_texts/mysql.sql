-- upgrade
ALTER TABLE `notes` ADD COLUMN `quoted` varchar(255) NOT NULL DEFAULT 'it''s 100 % "so"' COMMENT 'don''t; "ever" -- 50 %';
ALTER TABLE `notes` ADD COLUMN `path` varchar(255) NOT NULL DEFAULT 'C:\\temp\\new';
ALTER TABLE `notes` ADD COLUMN `question` varchar(255) NOT NULL DEFAULT 'why? $1 :name';
ALTER TABLE `notes` ADD COLUMN `horse` varchar(255) NOT NULL DEFAULT 'žluťoučký kůň 🐎';
ALTER TABLE `notes` ADD COLUMN `empty` varchar(255) NOT NULL DEFAULT '';
ALTER TABLE `notes` ADD COLUMN `flavour` enum('it''s','a, b','back\\slash');
-- downgrade
ALTER TABLE `notes` DROP COLUMN `flavour`;
ALTER TABLE `notes` DROP COLUMN `empty`;
ALTER TABLE `notes` DROP COLUMN `horse`;
ALTER TABLE `notes` DROP COLUMN `question`;
ALTER TABLE `notes` DROP COLUMN `path`;
ALTER TABLE `notes` DROP COLUMN `quoted`;
