CREATE OR REPLACE VIEW "grown_ups" AS
SELECT id, name, age FROM authors WHERE age >= 21;

-- back
DROP VIEW IF EXISTS "grown_ups";
CREATE VIEW "grown_ups" AS
SELECT id, name FROM authors WHERE age >= 18;
