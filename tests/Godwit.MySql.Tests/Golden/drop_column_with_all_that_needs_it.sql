-- MySQL 8.0.36
ALTER TABLE `users`
    DROP CHECK `users_age_check`,
    DROP INDEX `users_name_age_index`,
    DROP COLUMN `age`,
    DROP INDEX `users_email_unique`,
    DROP COLUMN `email`;
ALTER TABLE `posts`
    DROP FOREIGN KEY `posts_user_id_foreign`,
    DROP INDEX `posts_user_id_foreign`,
    DROP COLUMN `user_id`,
    DROP PRIMARY KEY,
    DROP COLUMN `id`;

-- MariaDB 10.11.0
ALTER TABLE `users`
    DROP CONSTRAINT `users_age_check`,
    DROP INDEX `users_name_age_index`,
    DROP COLUMN `age`,
    DROP INDEX `users_email_unique`,
    DROP COLUMN `email`;
ALTER TABLE `posts`
    DROP FOREIGN KEY `posts_user_id_foreign`,
    DROP INDEX IF EXISTS `posts_user_id_foreign`,
    DROP COLUMN `user_id`,
    DROP PRIMARY KEY,
    DROP COLUMN `id`;
