UPDATE `users` SET `name` = 'x', `age` = age + 1 WHERE id = 1;
UPDATE `samples` SET `at` = '30:01:02';
