ALTER TABLE `users` COMMENT = 'it''s \\ new';
ALTER TABLE `posts` COMMENT = '';
