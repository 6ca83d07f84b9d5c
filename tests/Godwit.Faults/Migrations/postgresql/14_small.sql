CREATE TABLE small_14 (id integer PRIMARY KEY);
INSERT INTO small_14 SELECT generate_series(1, 5);
UPDATE counter SET n = n * 2 + 14 WHERE id = 6;
