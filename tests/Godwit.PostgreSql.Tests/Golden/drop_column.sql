ALTER TABLE "authors" DROP COLUMN "email";

-- back
ALTER TABLE "authors" ADD COLUMN "email" varchar(255);
