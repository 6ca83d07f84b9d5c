-- MySQL 8.0.36
CREATE TABLE `unnamed` (
    `id` bigint unsigned NOT NULL,
    `user` bigint unsigned NOT NULL,
    UNIQUE KEY `id` (`id`),
    UNIQUE KEY `id_2` (`id`, `user`),
    CONSTRAINT `unnamed_ibfk_1` FOREIGN KEY (`user`) REFERENCES `users` (`id`),
    CONSTRAINT `unnamed_ibfk_5` FOREIGN KEY (`id`) REFERENCES `users` (`id`),
    CONSTRAINT `unnamed_ibfk_6` FOREIGN KEY (`id`) REFERENCES `users` (`id`),
    CONSTRAINT `unnamed_chk_1` CHECK (id > 0)
);

-- MariaDB 10.11.0
CREATE TABLE `unnamed` (
    `id` bigint unsigned NOT NULL,
    `user` bigint unsigned NOT NULL,
    UNIQUE KEY `id` (`id`),
    UNIQUE KEY `id_2` (`id`, `user`),
    CONSTRAINT `unnamed_ibfk_1` FOREIGN KEY (`user`) REFERENCES `users` (`id`),
    CONSTRAINT `unnamed_ibfk_5` FOREIGN KEY (`id`) REFERENCES `users` (`id`),
    CONSTRAINT `unnamed_ibfk_6` FOREIGN KEY (`id`) REFERENCES `users` (`id`),
    CONSTRAINT `CONSTRAINT_1` CHECK (id > 0)
);
