CREATE TABLE "nothing" ();

-- back
DROP TABLE "nothing";
