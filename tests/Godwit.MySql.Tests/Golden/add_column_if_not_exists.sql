-- MySQL 8.0.36
ALTER TABLE `users` ADD COLUMN `bio` text NULL;

-- MariaDB 10.11.0
ALTER TABLE `users`
    ADD COLUMN IF NOT EXISTS `bio` text NULL,
    ADD COLUMN IF NOT EXISTS `email` text NULL;
