-- upgrade
ALTER TABLE `parts` DROP CONSTRAINT `ck_case`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_code`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_high`;
ALTER TABLE `parts` ADD CONSTRAINT `ck_between` CHECK (low BETWEEN -5 AND 100 AND low NOT BETWEEN 7 AND 9);
ALTER TABLE `parts` ADD CONSTRAINT `ck_case` CHECK (CASE WHEN low > 0 THEN 1 ELSE 2 END < 4);
ALTER TABLE `parts` ADD CONSTRAINT `ck_coalesce` CHECK (coalesce(high, low) >= low);
ALTER TABLE `parts` ADD CONSTRAINT `ck_code` CHECK (code IN ('a', 'b', 'd') OR code LIKE 'x%');
ALTER TABLE `parts` ADD CONSTRAINT `ck_lower` CHECK (lower(code) = code);
ALTER TABLE `parts` ADD CONSTRAINT `ck_nested` CHECK (((low + (high)) < ((1000))) OR (NOT (high IS NOT NULL AND low > 3)));
ALTER TABLE `parts` ADD CONSTRAINT `ck_price` CHECK (price >= 1.50 AND price < 1e3 AND price <> low);
-- downgrade
ALTER TABLE `parts` DROP CONSTRAINT `ck_price`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_nested`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_lower`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_code`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_coalesce`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_case`;
ALTER TABLE `parts` DROP CONSTRAINT `ck_between`;
ALTER TABLE `parts` ADD CONSTRAINT `ck_high` CHECK (NOT high = 13);
ALTER TABLE `parts` ADD CONSTRAINT `ck_code` CHECK (code IN ('a', 'b', 'c'));
ALTER TABLE `parts` ADD CONSTRAINT `ck_case` CHECK (CASE WHEN low > 0 THEN 1 ELSE 2 END < 3);
