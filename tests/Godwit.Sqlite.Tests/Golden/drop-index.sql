DROP INDEX "books_title_index";
