-- UP
CREATE TABLE tags (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(50) NOT NULL,
    CONSTRAINT tags_name_unique UNIQUE (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE post_tags (
    post_id bigint unsigned NOT NULL,
    tag_id bigint unsigned NOT NULL,
    PRIMARY KEY (post_id, tag_id),
    INDEX post_tags_tag_id_index (tag_id),
    CONSTRAINT post_tags_post_id_foreign FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE,
    CONSTRAINT post_tags_tag_id_foreign FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- DOWN
DROP TABLE post_tags;
DROP TABLE tags;
