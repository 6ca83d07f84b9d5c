ALTER TABLE "authors" ALTER COLUMN "next_age" DROP EXPRESSION;

-- back
-- not on PostgreSQL
