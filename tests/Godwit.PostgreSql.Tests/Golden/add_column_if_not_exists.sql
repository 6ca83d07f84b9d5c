ALTER TABLE "authors" ADD COLUMN IF NOT EXISTS "rank" varchar(255) NOT NULL CONSTRAINT "authors_rank_check" CHECK ("rank" IN ('low'));
