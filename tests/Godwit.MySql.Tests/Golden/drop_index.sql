DROP INDEX `users_name_age_index` ON `users`;
