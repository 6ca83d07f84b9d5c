ALTER TABLE "authors" ADD COLUMN "next_age" integer GENERATED ALWAYS AS (age + 1) VIRTUAL;

-- back
ALTER TABLE "authors" DROP COLUMN "next_age";
