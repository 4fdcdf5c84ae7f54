-- upgrade
ALTER TABLE `prices` DROP CONSTRAINT `ck-prices-net`;
ALTER TABLE `prices` ADD CONSTRAINT `ck-prices-net` CHECK (net > -2 AND net <> 13);
-- downgrade
ALTER TABLE `prices` DROP CONSTRAINT `ck-prices-net`;
ALTER TABLE `prices` ADD CONSTRAINT `ck-prices-net` CHECK (net > -1);
