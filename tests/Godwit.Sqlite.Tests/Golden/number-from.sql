INSERT INTO sqlite_sequence (name, seq) SELECT 'authors', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'authors');
UPDATE sqlite_sequence SET seq = max(seq, 499) WHERE name = 'authors';
