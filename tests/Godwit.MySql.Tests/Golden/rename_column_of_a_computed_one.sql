-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 cannot rename title of posts while shout is computed from it.
-- Drop shout, rename the column, and add shout again.

-- MariaDB 10.11.0
ALTER TABLE `posts` ADD COLUMN `shout` varchar(255) GENERATED ALWAYS AS (upper(title)) VIRTUAL;
ALTER TABLE `posts` RENAME COLUMN `title` TO `headline`;
