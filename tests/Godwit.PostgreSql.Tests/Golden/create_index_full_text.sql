CREATE INDEX "books_words" ON "books" USING gin (to_tsvector('english', coalesce("title", '') || ' ' || coalesce("body", '') || ' ' || coalesce("state", '')));

-- back
DROP INDEX "books_words";
