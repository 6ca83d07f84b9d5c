ALTER TABLE "authors" ALTER COLUMN "name" TYPE integer USING length(name);

-- back
ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(255);
