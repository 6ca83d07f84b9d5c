CREATE VIEW "grown_ups" ("number", "called") AS
SELECT id, name FROM authors WHERE age >= 18;
COMMENT ON VIEW "grown_ups" IS 'Who may sign';

-- back
DROP VIEW "grown_ups";
