-- upgrade
ALTER TABLE `prices` ADD CONSTRAINT `ck-prices-net` CHECK (net >= 0);
ALTER TABLE `prices` ADD CONSTRAINT `gross_is_more` CHECK (gross >= net);
-- downgrade
ALTER TABLE `prices` DROP CONSTRAINT `gross_is_more`;
ALTER TABLE `prices` DROP CONSTRAINT `ck-prices-net`;
