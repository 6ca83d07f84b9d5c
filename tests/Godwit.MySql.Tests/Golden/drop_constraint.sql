-- MySQL 8.0.36
ALTER TABLE `posts`
    DROP FOREIGN KEY `posts_user_id_foreign`,
    DROP INDEX `posts_user_id_foreign`;
ALTER TABLE `users` DROP INDEX `users_email_unique`;
ALTER TABLE `users` DROP CHECK `users_age_check`;

-- MariaDB 10.11.0
ALTER TABLE `posts`
    DROP FOREIGN KEY `posts_user_id_foreign`,
    DROP INDEX IF EXISTS `posts_user_id_foreign`;
ALTER TABLE `users` DROP INDEX `users_email_unique`;
ALTER TABLE `users` DROP CONSTRAINT `users_age_check`;
