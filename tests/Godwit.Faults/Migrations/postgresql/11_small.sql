CREATE TABLE small_11 (id integer PRIMARY KEY);
INSERT INTO small_11 SELECT generate_series(1, 5);
UPDATE counter SET n = n * 2 + 11 WHERE id = 6;
