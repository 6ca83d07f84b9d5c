UPDATE counter SET n = n + 1 WHERE id = 7;
SELECT pg_sleep(0.1);
UPDATE counter SET n = n * 7 WHERE id = 7;
