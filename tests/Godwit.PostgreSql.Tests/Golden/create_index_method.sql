CREATE INDEX "books_hash" ON "books" USING hash ("title") WITH (fillfactor=60);

-- back
DROP INDEX "books_hash";
