DROP INDEX "books_title_index";
DROP INDEX "books_lower_title_unique";
ALTER TABLE "books" DROP COLUMN "title";
