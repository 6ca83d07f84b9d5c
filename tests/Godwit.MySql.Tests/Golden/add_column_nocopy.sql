-- MySQL 8.0.36
-- NotSupported: MySQL 8.0.36 does not know ALGORITHM=NOCOPY, which is MariaDB's.
-- Use Inplace.

-- MariaDB 10.11.0
ALTER TABLE `users` ADD COLUMN `bio` text NULL, ALGORITHM=NOCOPY, LOCK=NONE;
