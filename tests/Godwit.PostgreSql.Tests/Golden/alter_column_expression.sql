ALTER TABLE "authors" ALTER COLUMN "next_age" SET EXPRESSION AS (age + 2);

-- back
ALTER TABLE "authors" ALTER COLUMN "next_age" SET EXPRESSION AS (age + 1);
