CREATE INDEX "books_lower" ON "books" ((lower((title)::text)), (author_id + 1) DESC);

-- back
DROP INDEX "books_lower";
