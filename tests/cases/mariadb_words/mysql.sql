-- upgrade
ALTER TABLE `tickets` DROP CONSTRAINT `ck_born`;
ALTER TABLE `tickets` DROP CONSTRAINT `ck_code`;
ALTER TABLE `tickets` MODIFY COLUMN `both` varchar(80) GENERATED ALWAYS AS (concat(upper(code), '-', amount)) STORED;
ALTER TABLE `tickets` MODIFY COLUMN `until` datetime NOT NULL DEFAULT (now() + interval 90 minute);
ALTER TABLE `tickets` ADD CONSTRAINT `ck_born` CHECK (date_add(born, interval 1 month) > '1900-01-01');
ALTER TABLE `tickets` ADD CONSTRAINT `ck_code` CHECK (code REGEXP '^[a-y]+$' XOR amount = 1);
ALTER TABLE `tickets` ADD CONSTRAINT `ck_if` CHECK (if(amount > 0, 1, 2) = 1 AND length(code) > 0);
-- downgrade
ALTER TABLE `tickets` DROP CONSTRAINT `ck_if`;
ALTER TABLE `tickets` DROP CONSTRAINT `ck_code`;
ALTER TABLE `tickets` DROP CONSTRAINT `ck_born`;
ALTER TABLE `tickets` MODIFY COLUMN `until` datetime NOT NULL DEFAULT (now() + interval 1 day);
ALTER TABLE `tickets` MODIFY COLUMN `both` varchar(80) GENERATED ALWAYS AS (concat(code, '-', amount)) STORED;
ALTER TABLE `tickets` ADD CONSTRAINT `ck_code` CHECK (code REGEXP '^[a-z]+$');
ALTER TABLE `tickets` ADD CONSTRAINT `ck_born` CHECK (born > '1900-01-01');
