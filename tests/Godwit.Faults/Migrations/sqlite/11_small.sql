CREATE TABLE small_11 (id integer PRIMARY KEY);
INSERT INTO small_11 VALUES (1), (2), (3);
UPDATE counter SET n = n * 2 + 11 WHERE id = 6;
