ALTER TABLE `posts` DROP COLUMN `title`;
