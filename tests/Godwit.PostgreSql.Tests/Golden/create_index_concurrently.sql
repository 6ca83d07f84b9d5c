CREATE INDEX CONCURRENTLY "books_title" ON "books" ("title");

-- back
DROP INDEX CONCURRENTLY "books_title";
