ALTER TABLE `users`
    DEFAULT CHARSET = latin1 COLLATE = latin1_bin,
    MODIFY COLUMN `email` varchar(255) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL;
