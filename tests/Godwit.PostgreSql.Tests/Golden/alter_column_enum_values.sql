ALTER TABLE "books"
    DROP CONSTRAINT IF EXISTS "books_state_check",
    ADD CONSTRAINT "books_state_check" CHECK ("state" IN ('draft', 'done', 'gone'));

-- back
ALTER TABLE "books"
    DROP CONSTRAINT IF EXISTS "books_state_check",
    ADD CONSTRAINT "books_state_check" CHECK ("state" IN ('draft', 'done'));
