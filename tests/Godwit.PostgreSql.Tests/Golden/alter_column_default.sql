ALTER TABLE "authors" ALTER COLUMN "name" SET DEFAULT 'somebody';

-- back
ALTER TABLE "authors" ALTER COLUMN "name" DROP DEFAULT;
