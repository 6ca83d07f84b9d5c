CREATE TABLE "authors" (
    "id" integer PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "email" varchar,
    "joined" datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "authors_email_unique" UNIQUE ("email")
);
CREATE TABLE "books" (
    "id" integer PRIMARY KEY AUTOINCREMENT,
    "author_id" integer,
    "title" varchar COLLATE "NOCASE" NOT NULL,
    "price" numeric NOT NULL DEFAULT 0,
    "net" numeric GENERATED ALWAYS AS (price / 1.19) VIRTUAL,
    "state" varchar NOT NULL DEFAULT 'draft' CONSTRAINT "books_state_check" CHECK ("state" IN ('draft', 'author''s', 'sold')),
    "note" text,
    CONSTRAINT "books_author_id_foreign" FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE CASCADE,
    CONSTRAINT "books_price_check" CHECK (price >= 0)
);
CREATE INDEX "books_title_index" ON "books" ("title", "price" DESC);
CREATE UNIQUE INDEX "books_lower_title_unique" ON "books" ((lower(title))) WHERE note IS NULL;
