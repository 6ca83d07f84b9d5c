DROP SCHEMA "audit";

-- back
CREATE SCHEMA "audit";
