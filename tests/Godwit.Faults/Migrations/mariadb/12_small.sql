CREATE TABLE small_12 (id integer PRIMARY KEY);
INSERT INTO small_12 VALUES (1), (2), (3);
UPDATE counter SET n = n * 2 + 12 WHERE id = 6;
