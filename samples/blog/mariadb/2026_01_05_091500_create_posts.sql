-- UP
CREATE TABLE posts (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    author_id bigint unsigned NOT NULL,
    slug varchar(100) NOT NULL COMMENT 'The post''s name in its address; never changes once published.',
    title varchar(200) NOT NULL,
    body text NOT NULL DEFAULT '',
    state enum('draft', 'published') NOT NULL DEFAULT 'draft',
    published_at datetime,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime NOT NULL DEFAULT current_timestamp(),
    CONSTRAINT posts_slug_unique UNIQUE (slug),
    CONSTRAINT posts_slug_check CHECK (slug RLIKE '^[a-z0-9-]+$'),
    CONSTRAINT posts_published_at_check CHECK (state <> 'published' OR published_at IS NOT NULL),
    INDEX posts_author_id_index (author_id),
    CONSTRAINT posts_author_id_foreign FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- the front page reads nothing but this
CREATE INDEX posts_state_published_at_index ON posts (state, published_at);

-- DOWN
DROP TABLE posts;
