-- transaction: off
UPDATE counter SET n = n + 10 WHERE id = 3;
VACUUM;
UPDATE counter SET n = n * 3 WHERE id = 3;
INSERT INTO people (id, name) VALUES (1001, 'outside');
CREATE TABLE notes (id integer PRIMARY KEY, note text);
UPDATE counter SET n = n + 1 WHERE id = 3;
