CREATE TABLE small_8 (id integer PRIMARY KEY);
INSERT INTO small_8 VALUES (1), (2), (3);
UPDATE counter SET n = n * 2 + 8 WHERE id = 6;
