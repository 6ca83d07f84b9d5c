ALTER TABLE people ADD COLUMN age integer;
UPDATE people SET age = id % 90;
UPDATE counter SET n = n + 1 WHERE id = 2;
CREATE INDEX people_age ON people (age);
UPDATE counter SET n = n * 3 WHERE id = 2;
