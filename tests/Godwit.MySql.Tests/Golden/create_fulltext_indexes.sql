CREATE FULLTEXT INDEX `f1` ON `users` (`name`);
CREATE FULLTEXT INDEX `f2` ON `users` (`email`);
