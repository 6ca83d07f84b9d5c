-- UP
INSERT INTO notes (text) VALUES ('The bar-tailed godwit flies eleven thousand kilometres without landing.');

-- DOWN
DELETE FROM notes WHERE text LIKE 'The bar-tailed godwit%';
