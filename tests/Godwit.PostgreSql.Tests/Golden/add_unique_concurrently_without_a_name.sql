CREATE UNIQUE INDEX CONCURRENTLY "authors_email_key" ON "authors" ("email");
ALTER TABLE "authors" ADD CONSTRAINT "authors_email_key" UNIQUE USING INDEX "authors_email_key";

-- back
ALTER TABLE "authors" DROP CONSTRAINT "authors_email_key";
