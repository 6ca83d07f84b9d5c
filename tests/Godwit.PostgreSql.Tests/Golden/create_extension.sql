CREATE EXTENSION "citext";

-- back
DROP EXTENSION "citext";
