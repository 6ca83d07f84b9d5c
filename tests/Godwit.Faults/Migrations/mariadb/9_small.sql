CREATE TABLE small_9 (id integer PRIMARY KEY);
INSERT INTO small_9 VALUES (1), (2), (3);
UPDATE counter SET n = n * 2 + 9 WHERE id = 6;
