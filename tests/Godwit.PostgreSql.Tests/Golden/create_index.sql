CREATE INDEX "books_title" ON "books" ("title");

-- back
DROP INDEX "books_title";
