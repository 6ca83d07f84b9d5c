DROP TRIGGER "authors_stamp" ON "authors";

-- back
CREATE TRIGGER authors_stamp BEFORE INSERT ON authors FOR EACH ROW EXECUTE FUNCTION stamp();
