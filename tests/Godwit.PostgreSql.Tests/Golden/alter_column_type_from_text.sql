ALTER TABLE "authors" ALTER COLUMN "name" TYPE integer USING "name"::integer;

-- back
ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(255);
