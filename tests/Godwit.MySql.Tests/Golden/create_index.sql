CREATE INDEX `by_age` ON `users` (`age` DESC, `name`(5)) USING BTREE COMMENT 'it''s';
