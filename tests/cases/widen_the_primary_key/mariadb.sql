-- upgrade
ALTER TABLE `seats` DROP PRIMARY KEY, ADD PRIMARY KEY (`hall`, `number`);
-- downgrade
ALTER TABLE `seats` DROP PRIMARY KEY, ADD PRIMARY KEY (`hall`);
