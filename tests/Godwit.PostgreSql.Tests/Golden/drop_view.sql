DROP VIEW "grown_ups";

-- back
CREATE VIEW "grown_ups" AS
SELECT id, name FROM authors WHERE age >= 18;
