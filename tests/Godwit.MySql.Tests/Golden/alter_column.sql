ALTER TABLE `users` MODIFY COLUMN `name` varchar(100) COLLATE utf8mb4_bin NOT NULL COMMENT 'what "they" say, it''s \\ here' FIRST, ALGORITHM=INPLACE;
