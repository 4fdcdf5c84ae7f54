-- upgrade
ALTER TABLE `prices` DROP CONSTRAINT `ck-prices-net`;
ALTER TABLE `prices` DROP CONSTRAINT `gross_is_more`;
-- downgrade
ALTER TABLE `prices` ADD CONSTRAINT `gross_is_more` CHECK (gross >= net);
ALTER TABLE `prices` ADD CONSTRAINT `ck-prices-net` CHECK (net >= 0);
