CREATE TABLE small_13 (id integer PRIMARY KEY);
INSERT INTO small_13 SELECT generate_series(1, 5);
UPDATE counter SET n = n * 2 + 13 WHERE id = 6;
