CREATE INDEX "books_title" ON "books" ("title");
COMMENT ON INDEX "books_title" IS 'It''s for searching';

-- back
DROP INDEX "books_title";
