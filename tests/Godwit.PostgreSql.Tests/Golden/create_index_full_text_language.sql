CREATE INDEX "books_words" ON "books" USING gin (to_tsvector('german', coalesce("body", '')));

-- back
DROP INDEX "books_words";
