CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL, email text, visits integer NOT NULL DEFAULT 0);
INSERT INTO people SELECT i, 'name ' || i % 50, i || '@example.org' FROM generate_series(1, 400) AS i;
CREATE INDEX people_visits ON people (visits);
