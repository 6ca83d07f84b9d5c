ALTER TABLE `users` ADD COLUMN `bio` text NULL AFTER `email`;
