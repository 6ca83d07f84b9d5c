ALTER TABLE "books" DROP CONSTRAINT "written_by";

-- back
ALTER TABLE "books" ADD CONSTRAINT "written_by" FOREIGN KEY ("author_id") REFERENCES "authors" ("id");
