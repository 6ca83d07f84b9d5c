UPDATE counter SET n = n + 1 WHERE id = 7;
INSERT INTO notes (note) WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 200000) SELECT 'counted ' || max(n) FROM count;
UPDATE counter SET n = n * 7 WHERE id = 7;
