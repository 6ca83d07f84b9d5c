CREATE TEMPORARY TABLE "authors" (
    "id" integer PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "email" varchar,
    "joined" datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "authors_email_unique" UNIQUE ("email")
);
