ALTER INDEX "books_title" RENAME TO "books_by_title";

-- back
ALTER INDEX "books_by_title" RENAME TO "books_title";
