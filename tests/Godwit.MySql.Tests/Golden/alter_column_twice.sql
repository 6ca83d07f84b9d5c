ALTER TABLE `users` MODIFY COLUMN `age` int unsigned NULL DEFAULT 7;
ALTER TABLE `users` MODIFY COLUMN `age` int unsigned NULL;
