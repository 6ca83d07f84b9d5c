CREATE TABLE small_12 (id integer PRIMARY KEY);
INSERT INTO small_12 SELECT generate_series(1, 5);
UPDATE counter SET n = n * 2 + 12 WHERE id = 6;
