CREATE TABLE small_10 (id integer PRIMARY KEY);
INSERT INTO small_10 SELECT generate_series(1, 5);
UPDATE counter SET n = n * 2 + 10 WHERE id = 6;
