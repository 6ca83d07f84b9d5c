CREATE UNIQUE INDEX CONCURRENTLY "one_email" ON "authors" ("email") INCLUDE ("name");
ALTER TABLE "authors" ADD CONSTRAINT "one_email" UNIQUE USING INDEX "one_email" DEFERRABLE INITIALLY IMMEDIATE;

-- back
ALTER TABLE "authors" DROP CONSTRAINT "one_email";
