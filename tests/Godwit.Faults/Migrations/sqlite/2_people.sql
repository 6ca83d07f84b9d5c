CREATE TABLE people (id integer PRIMARY KEY, name text NOT NULL, email text, visits integer NOT NULL DEFAULT 0);
INSERT INTO people (id, name, email)
WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 400)
SELECT i, 'name ' || (i % 50), i || '@example.org' FROM numbers;
CREATE INDEX people_name ON people (name);
CREATE TABLE orders (id integer PRIMARY KEY, person integer NOT NULL REFERENCES people (id) ON DELETE CASCADE);
INSERT INTO orders SELECT id, id FROM people WHERE id <= 60;
