DROP TRIGGER "books_delete";
