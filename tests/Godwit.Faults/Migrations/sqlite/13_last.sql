-- transaction: off
UPDATE counter SET n = n + 1 WHERE id = 8;
PRAGMA user_version = 7;
REINDEX people_name;
UPDATE counter SET n = n * 9 WHERE id = 8;
