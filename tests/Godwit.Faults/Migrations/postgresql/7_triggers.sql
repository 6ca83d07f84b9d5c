CREATE TABLE visits (person bigint NOT NULL REFERENCES people, nth integer NOT NULL, PRIMARY KEY (person, nth));
CREATE FUNCTION note_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO visits VALUES (NEW.id, NEW.visits);
    RETURN NEW;
END;
$$;
CREATE TRIGGER people_visit AFTER UPDATE OF visits ON people FOR EACH ROW WHEN (NEW.visits > OLD.visits) EXECUTE FUNCTION note_visit();
UPDATE people SET visits = visits + 1 WHERE id <= 50;
