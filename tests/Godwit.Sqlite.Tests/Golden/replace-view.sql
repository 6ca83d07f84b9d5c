DROP VIEW IF EXISTS "titles";
CREATE VIEW "titles" AS
SELECT title, price FROM books;
