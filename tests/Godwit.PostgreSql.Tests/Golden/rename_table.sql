ALTER TABLE "authors" RENAME TO "writers";

-- back
ALTER TABLE "writers" RENAME TO "authors";
