ALTER TABLE "authors" ADD CONSTRAINT "authors_email" UNIQUE USING INDEX "authors_email";

-- back
ALTER TABLE "authors" DROP CONSTRAINT "authors_email";
