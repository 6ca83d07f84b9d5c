UPDATE counter SET n = n + 1 WHERE id = 1;
VACUUM;
UPDATE counter SET n = n * 3 WHERE id = 1;
VACUUM;
UPDATE counter SET n = n + 1 WHERE id = 1;
