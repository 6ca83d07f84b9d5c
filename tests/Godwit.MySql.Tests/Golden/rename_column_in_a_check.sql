-- MySQL 8.0.36
ALTER TABLE `users`
    DROP CHECK `users_age_check`,
    RENAME COLUMN `age` TO `years`,
    ADD CONSTRAINT `users_age_check` CHECK (years < 200 AND email <> 'it''s');

-- MariaDB 10.11.0
ALTER TABLE `users` RENAME COLUMN `age` TO `years`;
