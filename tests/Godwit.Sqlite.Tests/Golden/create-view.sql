CREATE VIEW "titles" ("name") AS
SELECT title FROM books;
