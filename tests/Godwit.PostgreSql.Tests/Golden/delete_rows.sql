DELETE FROM "authors" WHERE age < 0;
DELETE FROM "authors";
