ALTER TABLE people ADD COLUMN age integer;
UPDATE people SET age = id % 90;
UPDATE counter SET n = n + 1 WHERE id = 1;
ALTER TABLE people MODIFY age integer NOT NULL DEFAULT 0;
UPDATE counter SET n = n * 3 WHERE id = 1;
INSERT INTO orders SELECT id, id FROM people WHERE id <= 20;
