-- upgrade
ALTER TABLE `animals` COMMENT = 'who lives, or lived, here';
-- downgrade
ALTER TABLE `animals` COMMENT = 'who lives here';
