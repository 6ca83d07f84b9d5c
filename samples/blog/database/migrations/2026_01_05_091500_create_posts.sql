-- UP
-- A table of states rather than a CHECK: SQLite cannot change a CHECK without rebuilding the table.
CREATE TABLE post_states (
    name TEXT PRIMARY KEY
) WITHOUT ROWID;

INSERT INTO post_states (name) VALUES ('draft'), ('published');

CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    slug TEXT NOT NULL CONSTRAINT posts_slug_unique UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft' REFERENCES post_states (name),
    published_at TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT posts_slug_check CHECK (slug NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT posts_published_at_check CHECK (state <> 'published' OR published_at IS NOT NULL)
);

CREATE INDEX posts_author_id_index ON posts (author_id);

-- the front page reads nothing but this
CREATE INDEX posts_published_at_index ON posts (published_at DESC) WHERE state = 'published';

-- DOWN
DROP TABLE posts;
DROP TABLE post_states;
