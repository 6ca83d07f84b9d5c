ALTER TABLE "books" ALTER COLUMN "state" TYPE varchar(20);

-- back
ALTER TABLE "books" ALTER COLUMN "state" TYPE varchar(255);
