-- transaction: off
SET lock_timeout = '30s';
UPDATE counter SET n = n + 10 WHERE id = 2;
VACUUM people;
UPDATE counter SET n = n * 3 WHERE id = 2;
CREATE INDEX CONCURRENTLY people_age ON people (age);
INSERT INTO people VALUES (1001, 'outside', 'outside@example.org', 0, 1);
REINDEX INDEX CONCURRENTLY people_name;
UPDATE counter SET n = n + 1 WHERE id = 2;
REINDEX TABLE CONCURRENTLY counter;
