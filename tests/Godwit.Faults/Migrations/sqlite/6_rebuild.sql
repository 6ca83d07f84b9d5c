-- transaction: off
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE people_new (id integer PRIMARY KEY, name text NOT NULL, email text UNIQUE, visits integer NOT NULL DEFAULT 0, age integer);
INSERT INTO people_new SELECT id, name, email, visits, age FROM people;
COMMIT;
BEGIN;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
CREATE INDEX people_name ON people (name);
UPDATE counter SET n = n + 5 WHERE id = 4;
COMMIT;
PRAGMA foreign_keys = ON;
UPDATE counter SET n = n * 2 WHERE id = 4;
