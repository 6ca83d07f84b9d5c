-- transaction: off
BEGIN;
UPDATE counter SET n = n + 5 WHERE id = 3;
UPDATE counter SET n = n * 2 WHERE id = 3;
COMMIT;
UPDATE counter SET n = n + 7 WHERE id = 3;
BEGIN;
UPDATE counter SET n = n * 2 WHERE id = 3;
INSERT INTO notes VALUES (1, 'own');
COMMIT;
