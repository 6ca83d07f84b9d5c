ALTER TABLE "books" ADD FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE RESTRICT;

-- back
ALTER TABLE "books" DROP CONSTRAINT "books_author_id_fkey";
