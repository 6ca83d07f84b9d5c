CREATE INDEX IF NOT EXISTS "books_title" ON "books" ("title");
