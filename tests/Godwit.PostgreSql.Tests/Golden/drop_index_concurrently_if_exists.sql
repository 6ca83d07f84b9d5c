DROP INDEX CONCURRENTLY IF EXISTS "books_title";

-- back
CREATE INDEX CONCURRENTLY "books_title" ON "books" ("title");
