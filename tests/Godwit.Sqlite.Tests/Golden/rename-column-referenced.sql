ALTER TABLE "authors" RENAME COLUMN "id" TO "number";
