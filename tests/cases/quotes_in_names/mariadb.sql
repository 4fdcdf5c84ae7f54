-- upgrade
ALTER TABLE `back\slash` DROP FOREIGN KEY `fk-back\slash-of "it"`;
DROP INDEX IF EXISTS `fk-back\slash-of "it"` ON `back\slash`;
ALTER TABLE `back\slash` MODIFY COLUMN `100 %` int;
ALTER TABLE `back\slash` ADD CONSTRAINT `fk-back\slash-of "it"` FOREIGN KEY (`of "it"`) REFERENCES `it's "so" ``here``` (`the "id"`) ON DELETE CASCADE;
ALTER TABLE `it's "so" ``here``` ADD COLUMN `e;--f` int;
ALTER TABLE `it's "so" ``here``` MODIFY COLUMN `a'b` bigint NOT NULL;
ALTER TABLE `it's "so" ``here``` MODIFY COLUMN `c``d` varchar(255) NOT NULL DEFAULT 'it''s';
ALTER TABLE `it's "so" ``here``` ADD CONSTRAINT `uq-it's "so" ``here``-e;--f` UNIQUE (`e;--f`);
CREATE INDEX `idx-it's "so" ``here``-a'b` ON `it's "so" ``here``` (`a'b`);
-- downgrade
DROP INDEX `idx-it's "so" ``here``-a'b` ON `it's "so" ``here```;
DROP INDEX `uq-it's "so" ``here``-e;--f` ON `it's "so" ``here```;
ALTER TABLE `it's "so" ``here``` MODIFY COLUMN `c``d` varchar(255) NOT NULL;
ALTER TABLE `it's "so" ``here``` MODIFY COLUMN `a'b` int NOT NULL;
ALTER TABLE `it's "so" ``here``` DROP COLUMN `e;--f`;
ALTER TABLE `back\slash` DROP FOREIGN KEY `fk-back\slash-of "it"`;
DROP INDEX IF EXISTS `fk-back\slash-of "it"` ON `back\slash`;
ALTER TABLE `back\slash` MODIFY COLUMN `100 %` int NOT NULL;
ALTER TABLE `back\slash` ADD CONSTRAINT `fk-back\slash-of "it"` FOREIGN KEY (`of "it"`) REFERENCES `it's "so" ``here``` (`the "id"`);
