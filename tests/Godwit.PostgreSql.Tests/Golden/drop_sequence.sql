DROP SEQUENCE "numbers";

-- back
CREATE SEQUENCE "numbers" START WITH 5;
