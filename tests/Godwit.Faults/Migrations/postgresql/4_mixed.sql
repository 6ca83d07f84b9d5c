ALTER TABLE people ADD COLUMN age integer;
UPDATE people SET age = id % 90;
UPDATE counter SET n = n + 1 WHERE id = 1;
ALTER TABLE people ALTER COLUMN age SET NOT NULL;
SELECT pg_sleep(0.02);
UPDATE counter SET n = n * 3 WHERE id = 1;
