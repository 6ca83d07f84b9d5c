CREATE SCHEMA "audit";

-- back
DROP SCHEMA "audit";
