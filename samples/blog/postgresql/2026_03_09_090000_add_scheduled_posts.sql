-- UP
-- A new value can be used only once it is committed: https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
ALTER TYPE post_state ADD VALUE 'scheduled' BEFORE 'published';

ALTER TABLE posts
    ADD COLUMN publish_at timestamptz,
    ADD CONSTRAINT posts_publish_at_check CHECK (state <> 'scheduled' OR publish_at IS NOT NULL);

CREATE INDEX posts_publish_at_index ON posts (publish_at) WHERE state = 'scheduled';

UPDATE posts SET state = 'scheduled', publish_at = '2026-03-20 06:00:00Z' WHERE slug = 'plans-for-spring' AND state = 'draft';

-- DOWN
UPDATE posts SET state = 'draft' WHERE state = 'scheduled';
DROP INDEX posts_publish_at_index;
ALTER TABLE posts DROP CONSTRAINT posts_publish_at_check, DROP COLUMN publish_at;

-- No value can be taken out of a type: a new type takes its place, and all that mentions the column is made again.
DROP INDEX posts_published_at_index;
ALTER TABLE posts DROP CONSTRAINT posts_published_at_check, ALTER COLUMN state DROP DEFAULT;
ALTER TYPE post_state RENAME TO post_state_with_scheduled;
CREATE TYPE post_state AS ENUM ('draft', 'published');
ALTER TABLE posts ALTER COLUMN state TYPE post_state USING state::text::post_state;
ALTER TABLE posts
    ALTER COLUMN state SET DEFAULT 'draft',
    ADD CONSTRAINT posts_published_at_check CHECK (state <> 'published' OR published_at IS NOT NULL);
CREATE INDEX posts_published_at_index ON posts (published_at DESC) INCLUDE (slug, title) WHERE state = 'published';
DROP TYPE post_state_with_scheduled;
