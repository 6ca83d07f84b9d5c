DROP INDEX "books_title_index";
CREATE INDEX "by_title" ON "books" ("title", "price" DESC);
