ALTER TABLE `users` ADD COLUMN `bio` text NULL;
CREATE INDEX `bio_index` ON `users` (`bio`(20));
