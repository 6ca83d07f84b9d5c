ALTER TABLE `users`
    MODIFY COLUMN `email` varchar(300) NOT NULL,
    MODIFY COLUMN `age` tinyint unsigned NOT NULL DEFAULT 7,
    ADD COLUMN `bio` text NULL,
    DROP INDEX `users_name_age_index`;
