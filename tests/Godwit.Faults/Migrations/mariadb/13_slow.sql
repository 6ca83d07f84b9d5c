UPDATE counter SET n = n + 1 WHERE id = 7;
DO SLEEP(0.05);
UPDATE counter SET n = n * 7 WHERE id = 7;
CREATE TABLE late (id integer PRIMARY KEY);
INSERT INTO late SELECT id FROM counter;
DROP PROCEDURE count_visits;
