CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := coalesce(NEW.name, 'x;y'); RETURN NEW; END $$;
CREATE PROCEDURE nothing(n integer) LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;

-- back
DROP PROCEDURE "nothing";
DROP FUNCTION "stamp";
