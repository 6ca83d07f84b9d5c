CREATE INDEX "books_long" ON "books" ("title") WHERE author_id > 100;

-- back
DROP INDEX "books_long";
