DROP MATERIALIZED VIEW "ages";

-- back
CREATE MATERIALIZED VIEW "ages" AS
SELECT age, count(*) AS people FROM authors GROUP BY age;
COMMENT ON MATERIALIZED VIEW "ages" IS 'How old they are';
CREATE UNIQUE INDEX "ages_age" ON "ages" ("age");
