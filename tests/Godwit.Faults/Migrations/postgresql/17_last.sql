-- transaction: off
ALTER TABLE people ADD COLUMN last integer;
UPDATE counter SET n = n + 1 WHERE id = 9;
CREATE UNIQUE INDEX CONCURRENTLY notes_note ON notes (note);
DROP INDEX CONCURRENTLY people_age;
UPDATE counter SET n = n * 2 WHERE id = 9;
