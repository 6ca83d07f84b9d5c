ALTER TABLE `posts` RENAME COLUMN `title` TO `headline`;
ALTER TABLE `posts` MODIFY COLUMN `headline` varchar(255) NULL;
CREATE INDEX `by_headline` ON `posts` (`headline`);
