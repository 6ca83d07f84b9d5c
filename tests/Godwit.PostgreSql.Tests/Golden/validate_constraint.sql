ALTER TABLE "authors" VALIDATE CONSTRAINT "grown";

-- back
