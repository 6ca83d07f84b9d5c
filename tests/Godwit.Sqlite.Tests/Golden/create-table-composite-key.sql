CREATE TABLE "prices" (
    "country" varchar NOT NULL,
    "book_id" integer NOT NULL,
    "price" numeric NOT NULL,
    CONSTRAINT "prices_primary" PRIMARY KEY ("country", "book_id"),
    FOREIGN KEY ("book_id") REFERENCES "books" ("id") ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
