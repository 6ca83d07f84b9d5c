ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(255) COLLATE "C";

-- back
ALTER TABLE "authors" ALTER COLUMN "name" TYPE varchar(255);
