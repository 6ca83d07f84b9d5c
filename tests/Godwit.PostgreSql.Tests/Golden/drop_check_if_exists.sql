ALTER TABLE "authors" DROP CONSTRAINT IF EXISTS "grown";
ALTER TABLE "authors" DROP CONSTRAINT IF EXISTS "nothing";

-- back
ALTER TABLE "authors" ADD CONSTRAINT "grown" CHECK (age >= 18);
