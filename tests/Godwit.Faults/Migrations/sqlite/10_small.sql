CREATE TABLE small_10 (id integer PRIMARY KEY);
INSERT INTO small_10 VALUES (1), (2), (3);
UPDATE counter SET n = n * 2 + 10 WHERE id = 6;
