ALTER TABLE "needing" RENAME COLUMN "a" TO "z";
ALTER TABLE "needing" RENAME COLUMN "b" TO "rank";

-- back
ALTER TABLE "needing" RENAME COLUMN "rank" TO "b";
ALTER TABLE "needing" RENAME COLUMN "z" TO "a";
