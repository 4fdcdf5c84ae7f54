-- upgrade
ALTER TABLE `items` DROP PRIMARY KEY, ADD PRIMARY KEY (`code`);
-- downgrade
ALTER TABLE `items` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`);
