ALTER TABLE "authors" ADD COLUMN "city" varchar(50) COLLATE "C" NOT NULL DEFAULT 'Bremen';

-- back
ALTER TABLE "authors" DROP COLUMN "city";
