ALTER TABLE "authors" DROP COLUMN IF EXISTS "nothing";

-- back
