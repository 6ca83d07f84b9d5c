CREATE INDEX "books_order" ON "books" ("title" DESC NULLS LAST, "state" NULLS FIRST, "author_id" NULLS LAST);

-- back
DROP INDEX "books_order";
