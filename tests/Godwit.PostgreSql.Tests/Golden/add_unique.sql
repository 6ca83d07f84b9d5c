ALTER TABLE "authors" ADD UNIQUE ("email");

-- back
ALTER TABLE "authors" DROP CONSTRAINT "authors_email_key";
