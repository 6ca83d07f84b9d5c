-- MySQL 8.0.36
CREATE INDEX `by_age` ON `users` (`age`);

-- MariaDB 10.11.0
ALTER TABLE `users`
    ADD KEY IF NOT EXISTS `by_age` (`age`),
    ADD UNIQUE KEY IF NOT EXISTS `users_email_unique` (`age`);
