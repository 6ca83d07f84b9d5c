CREATE INDEX "books_title" ON "books" ("title") INCLUDE ("state", "author_id");

-- back
DROP INDEX "books_title";
