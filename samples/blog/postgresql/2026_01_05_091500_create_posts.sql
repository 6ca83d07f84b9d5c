-- UP
CREATE TYPE post_state AS ENUM ('draft', 'published');

CREATE TABLE posts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    slug text NOT NULL CONSTRAINT posts_slug_unique UNIQUE,
    title text NOT NULL,
    body text NOT NULL DEFAULT '',
    state post_state NOT NULL DEFAULT 'draft',
    published_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT posts_slug_check CHECK (slug ~ '^[a-z0-9-]+$'),
    CONSTRAINT posts_published_at_check CHECK (state <> 'published' OR published_at IS NOT NULL)
);

COMMENT ON COLUMN posts.slug IS 'The post''s name in its address; never changes once published.';

CREATE INDEX posts_author_id_index ON posts (author_id);

-- the front page reads nothing but this
CREATE INDEX posts_published_at_index ON posts (published_at DESC) INCLUDE (slug, title) WHERE state = 'published';

-- DOWN
DROP TABLE posts;
DROP TYPE post_state;
