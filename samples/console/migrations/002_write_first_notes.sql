-- UP
INSERT INTO notes (text) VALUES ('Godwits fly from Alaska to New Zealand;'), ('without landing.');

-- DOWN
DELETE FROM notes;
