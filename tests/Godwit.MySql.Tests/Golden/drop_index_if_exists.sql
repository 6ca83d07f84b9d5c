-- MySQL 8.0.36
DROP INDEX `users_name_age_index` ON `users`;

-- MariaDB 10.11.0
DROP INDEX IF EXISTS `users_name_age_index` ON `users`;
