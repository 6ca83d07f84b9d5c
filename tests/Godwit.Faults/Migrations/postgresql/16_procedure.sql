CREATE VIEW grown AS SELECT id, name FROM people WHERE age >= 18;
DO $$ BEGIN UPDATE counter SET n = n + 4 WHERE id = 8; END $$;
