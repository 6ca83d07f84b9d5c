INSERT INTO "authors" ("name", "age", "email") VALUES
    ('Ada', 36, NULL),
    (E'Bob''s \\ "🎉"', 20 + 1, 'b@example.org');
INSERT INTO "authors" ("name") VALUES ('Eve');
