CREATE INDEX "books_like" ON "books" ("title" COLLATE "C" varchar_pattern_ops);

-- back
DROP INDEX "books_like";
