-- with the checking of foreign keys suspended
CREATE TEMPORARY TABLE "godwit_rebuild" (
    foreign_keys integer CONSTRAINT "foreign keys are checked while a table is rebuilt" CHECK (foreign_keys = 0),
    lost_rows integer CONSTRAINT "rows of authors were lost while it was rebuilt" CHECK (lost_rows = 0),
    violations integer CONSTRAINT "foreign keys are broken that were not before authors was rebuilt" CHECK (violations = 0)
);
INSERT INTO "godwit_rebuild" (foreign_keys) SELECT foreign_keys FROM pragma_foreign_keys;
CREATE TEMPORARY TABLE "godwit_rebuild_violations" AS
    SELECT "table" AS child, rowid AS place, parent, count(*) AS times FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3;
CREATE TABLE "godwit_new_authors" (
    "id" integer PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "email" varchar,
    "joined" datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "one_email" UNIQUE ("email")
);
INSERT INTO "godwit_new_authors" ("id", "name", "email", "joined")
SELECT "id", "name", "email", "joined" FROM "authors";
INSERT INTO "godwit_rebuild" (lost_rows) SELECT (SELECT count(*) FROM "authors") - changes();
DELETE FROM sqlite_sequence WHERE name = 'godwit_new_authors';
UPDATE sqlite_sequence SET name = 'godwit_new_authors' WHERE name = 'authors';
DROP TABLE "authors";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_authors" RENAME TO "authors";
PRAGMA legacy_alter_table = OFF;
INSERT INTO "godwit_rebuild" (violations)
SELECT count(*) FROM (
    SELECT "table" AS child, rowid AS place, parent, count(*) AS times FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3
) AS later
WHERE times > coalesce((
    SELECT times FROM "godwit_rebuild_violations" AS earlier
    WHERE earlier.child = later.child AND earlier.place IS later.place AND earlier.parent = later.parent), 0);
DROP TABLE "godwit_rebuild_violations";
DROP TABLE "godwit_rebuild";
