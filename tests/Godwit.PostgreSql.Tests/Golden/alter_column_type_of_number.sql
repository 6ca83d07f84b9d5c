ALTER TABLE "authors" ALTER COLUMN "age" TYPE bigint;

-- back
ALTER TABLE "authors" ALTER COLUMN "age" TYPE integer;
