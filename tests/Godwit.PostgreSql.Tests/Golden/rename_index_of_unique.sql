ALTER INDEX "one_title" RENAME TO "books_title_unique";

-- back
ALTER INDEX "books_title_unique" RENAME TO "one_title";
