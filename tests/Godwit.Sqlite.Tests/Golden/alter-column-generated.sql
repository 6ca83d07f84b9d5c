-- with the checking of foreign keys suspended
CREATE TEMPORARY TABLE "godwit_rebuild" (
    foreign_keys integer CONSTRAINT "foreign keys are checked while a table is rebuilt" CHECK (foreign_keys = 0),
    lost_rows integer CONSTRAINT "rows of books were lost while it was rebuilt" CHECK (lost_rows = 0),
    violations integer CONSTRAINT "foreign keys are broken that were not before books was rebuilt" CHECK (violations = 0)
);
INSERT INTO "godwit_rebuild" (foreign_keys) SELECT foreign_keys FROM pragma_foreign_keys;
CREATE TEMPORARY TABLE "godwit_rebuild_violations" AS
    SELECT "table" AS child, rowid AS place, parent, count(*) AS times FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3;
CREATE TABLE "godwit_new_books" (
    "id" integer PRIMARY KEY AUTOINCREMENT,
    "author_id" integer,
    "title" varchar COLLATE "NOCASE" NOT NULL,
    "price" numeric NOT NULL DEFAULT 0,
    "net" numeric GENERATED ALWAYS AS (price / 1.07) STORED,
    "state" varchar NOT NULL DEFAULT 'draft' CONSTRAINT "books_state_check" CHECK ("state" IN ('draft', 'author''s', 'sold')),
    "note" text,
    CONSTRAINT "books_author_id_foreign" FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE CASCADE,
    CONSTRAINT "books_price_check" CHECK (price >= 0)
);
INSERT INTO "godwit_new_books" ("id", "author_id", "title", "price", "state", "note")
SELECT "id", "author_id", "title", "price", "state", "note" FROM "books";
INSERT INTO "godwit_rebuild" (lost_rows) SELECT (SELECT count(*) FROM "books") - changes();
DELETE FROM sqlite_sequence WHERE name = 'godwit_new_books';
UPDATE sqlite_sequence SET name = 'godwit_new_books' WHERE name = 'books';
DROP TABLE "books";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_books" RENAME TO "books";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "books_title_index" ON "books" ("title", "price" DESC);
CREATE UNIQUE INDEX "books_lower_title_unique" ON "books" ((lower(title))) WHERE note IS NULL;
INSERT INTO "godwit_rebuild" (violations)
SELECT count(*) FROM (
    SELECT "table" AS child, rowid AS place, parent, count(*) AS times FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3
) AS later
WHERE times > coalesce((
    SELECT times FROM "godwit_rebuild_violations" AS earlier
    WHERE earlier.child = later.child AND earlier.place IS later.place AND earlier.parent = later.parent), 0);
DROP TABLE "godwit_rebuild_violations";
DROP TABLE "godwit_rebuild";
