-- upgrade
ALTER TABLE `users` RENAME COLUMN `user_number` TO `id`;
-- downgrade
ALTER TABLE `users` RENAME COLUMN `id` TO `user_number`;
