CREATE TABLE "authors" (
    "id" integer PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "email" varchar,
    "joined" datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "authors_email_unique" UNIQUE ("email")
);
INSERT INTO sqlite_sequence (name, seq) SELECT 'authors', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'authors');
UPDATE sqlite_sequence SET seq = max(seq, 999) WHERE name = 'authors';
