CREATE UNIQUE INDEX "books_title" ON "books" ("author_id", "title") NULLS NOT DISTINCT;

-- back
DROP INDEX "books_title";
