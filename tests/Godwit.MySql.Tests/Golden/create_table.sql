CREATE TABLE `people` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `email` varchar(255) NOT NULL,
    `name` varchar(100) COLLATE utf8mb4_bin NULL COMMENT 'what "they" say, it''s \\ here',
    `age` int unsigned NOT NULL DEFAULT 7,
    PRIMARY KEY (`id`),
    UNIQUE KEY `users_email_unique` (`email`),
    KEY `users_name_age_index` (`name`(10), `age` DESC),
    CONSTRAINT `users_age_check` CHECK (age < 200 AND email <> 'it''s')
) COMMENT = 'people; not ''; bots';
CREATE TABLE IF NOT EXISTS `posts` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `user_id` bigint unsigned NULL,
    `title` varchar(255) NOT NULL,
    PRIMARY KEY (`id`),
    CONSTRAINT `posts_user_id_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
);
