CREATE UNIQUE INDEX CONCURRENTLY "keyless_key" ON "keyless" ("a");
ALTER TABLE "keyless" ADD CONSTRAINT "keyless_key" PRIMARY KEY USING INDEX "keyless_key";

-- back
ALTER TABLE "keyless" DROP CONSTRAINT "keyless_key";
