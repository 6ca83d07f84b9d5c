ALTER TABLE `users` RENAME INDEX `users_name_age_index` TO `by_name`;
