DROP FUNCTION "twice"(integer, text);

-- back
CREATE FUNCTION twice(n integer, label text DEFAULT 'a') RETURNS integer LANGUAGE sql AS 'SELECT n * 2';
