ALTER TABLE "authors" DROP CONSTRAINT "authors_email_key";

-- back
ALTER TABLE "authors" ADD CONSTRAINT "authors_email_key" UNIQUE ("email");
