ALTER TABLE "authors" ALTER COLUMN "name" TYPE text;

-- back
ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(255);
