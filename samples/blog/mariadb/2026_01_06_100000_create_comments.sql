-- UP
CREATE TABLE comments (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    post_id bigint unsigned NOT NULL,
    author_id bigint unsigned,
    parent_id bigint unsigned,
    body text NOT NULL,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    CONSTRAINT comments_body_check CHECK (char_length(body) BETWEEN 1 AND 4000),
    INDEX comments_post_id_index (post_id),
    INDEX comments_author_id_index (author_id),
    INDEX comments_parent_id_index (parent_id),
    CONSTRAINT comments_post_id_foreign FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE,
    CONSTRAINT comments_author_id_foreign FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT comments_parent_id_foreign FOREIGN KEY (parent_id) REFERENCES comments (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- DOWN
DROP TABLE comments;
