-- upgrade
ALTER TABLE `seats` DROP PRIMARY KEY, ADD PRIMARY KEY (`number`, `hall`, `row`);
-- downgrade
ALTER TABLE `seats` DROP PRIMARY KEY, ADD PRIMARY KEY (`hall`, `row`, `number`);
