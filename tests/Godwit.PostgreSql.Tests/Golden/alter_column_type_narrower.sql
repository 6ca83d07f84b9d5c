ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(50);

-- back
ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(255);
