ALTER TABLE `posts`
    ADD UNIQUE KEY `posts_title_unique` (`title`),
    ADD CONSTRAINT `posts_title_check` CHECK (title <> ''),
    ADD CONSTRAINT `posts_other_foreign` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL ON UPDATE RESTRICT;
