-- with the checking of foreign keys suspended
CREATE TEMPORARY TABLE "godwit_rebuild" (
    foreign_keys integer CONSTRAINT "foreign keys are checked while a table is rebuilt" CHECK (foreign_keys = 0),
    lost_rows integer CONSTRAINT "rows of tags were lost while it was rebuilt" CHECK (lost_rows = 0),
    violations integer CONSTRAINT "foreign keys are broken that were not before tags was rebuilt" CHECK (violations = 0)
);
INSERT INTO "godwit_rebuild" (foreign_keys) SELECT foreign_keys FROM pragma_foreign_keys;
CREATE TABLE "godwit_new_tags" (
    "tag" varchar NOT NULL,
    "n" integer,
    CONSTRAINT "tags_primary" PRIMARY KEY ("tag")
);
INSERT INTO "godwit_new_tags" (rowid, "tag", "n")
SELECT rowid, "tag", "n" FROM "tags";
INSERT INTO "godwit_rebuild" (lost_rows) SELECT (SELECT count(*) FROM "tags") - changes();
DROP TABLE "tags";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_tags" RENAME TO "tags";
PRAGMA legacy_alter_table = OFF;
DROP TABLE "godwit_rebuild";
