-- MySQL 8.0.36
CREATE UNIQUE INDEX `by_age` ON `users` (`age`) INVISIBLE;

-- MariaDB 10.11.0
CREATE UNIQUE INDEX `by_age` ON `users` (`age`) IGNORED;
