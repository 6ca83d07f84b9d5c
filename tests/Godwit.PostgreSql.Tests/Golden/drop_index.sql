DROP INDEX "books_title";

-- back
CREATE INDEX "books_title" ON "books" ("title") WHERE author_id > 1;
COMMENT ON INDEX "books_title" IS 'Why';
