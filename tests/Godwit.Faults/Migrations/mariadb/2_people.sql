CREATE TABLE people (id bigint PRIMARY KEY, name varchar(100) NOT NULL, email varchar(100), visits integer NOT NULL DEFAULT 0);
INSERT INTO people (id, name, email)
WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 200)
SELECT i, CONCAT('name ', i % 50), CONCAT(i, '@example.org') FROM numbers;
CREATE INDEX people_visits ON people (visits);
