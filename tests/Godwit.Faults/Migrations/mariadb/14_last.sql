-- transaction: off
UPDATE counter SET n = n + 1 WHERE id = 8;
TRUNCATE TABLE late;
INSERT INTO late VALUES (1);
OPTIMIZE TABLE late;
UPDATE counter SET n = n * 9 WHERE id = 8;
ALTER TABLE late ENGINE = InnoDB, COMMENT = 'late';
ALTER TABLE late ADD COLUMN IF NOT EXISTS more integer;
UPDATE counter SET n = n + 1 WHERE id = 9;
