CREATE TABLE visits (person bigint NOT NULL, nth integer NOT NULL, PRIMARY KEY (person, nth));
DELIMITER //
CREATE TRIGGER people_visit AFTER UPDATE ON people FOR EACH ROW
BEGIN
    IF NEW.visits > OLD.visits THEN
        INSERT INTO visits VALUES (NEW.id, NEW.visits);
    END IF;
END//
CREATE PROCEDURE count_visits() BEGIN SELECT COUNT(*) FROM visits; END//
DELIMITER ;
UPDATE people SET visits = visits + 1 WHERE id <= 50;
CREATE FUNCTION twice(n integer) RETURNS integer DETERMINISTIC RETURN n * 2;
UPDATE counter SET n = n + twice(21) WHERE id = 4;
