CREATE TABLE visits (person integer NOT NULL, nth integer NOT NULL, PRIMARY KEY (person, nth));
CREATE TRIGGER people_visit AFTER UPDATE OF visits ON people WHEN NEW.visits > OLD.visits
BEGIN
    INSERT INTO visits VALUES (NEW.id, NEW.visits);
END;
UPDATE people SET visits = visits + 1 WHERE id <= 50;
CREATE VIEW grown AS SELECT id, name FROM people WHERE age >= 18;
