ALTER TABLE "authors" ADD COLUMN "rank" varchar(255) NOT NULL DEFAULT 'low' CONSTRAINT "authors_rank_check" CHECK ("rank" IN ('low', 'high'));

-- back
ALTER TABLE "authors" DROP COLUMN "rank";
