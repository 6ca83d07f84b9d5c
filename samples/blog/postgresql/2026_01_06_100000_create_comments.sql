-- UP
CREATE TABLE comments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    post_id bigint NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    author_id bigint REFERENCES users (id) ON DELETE SET NULL,
    parent_id bigint REFERENCES comments (id) ON DELETE CASCADE,
    body text NOT NULL CONSTRAINT comments_body_check CHECK (length(body) BETWEEN 1 AND 4000),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT comments_parent_id_check CHECK (parent_id <> id)
);

CREATE INDEX comments_post_id_index ON comments (post_id);
CREATE INDEX comments_author_id_index ON comments (author_id);
CREATE INDEX comments_parent_id_index ON comments (parent_id) WHERE parent_id IS NOT NULL;

-- DOWN
DROP TABLE comments;
