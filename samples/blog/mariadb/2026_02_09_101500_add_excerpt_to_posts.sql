-- timeout: 30s

-- UP
ALTER TABLE posts ADD COLUMN excerpt varchar(200) NOT NULL DEFAULT '';

# the first sentence, or the first hundred characters where there is none; a thousand posts at a time
BEGIN NOT ATOMIC
    DECLARE last_id bigint unsigned DEFAULT 0;
    DECLARE until_id bigint unsigned DEFAULT (SELECT coalesce(max(id), 0) FROM posts);
    WHILE last_id < until_id DO
        UPDATE posts
        SET excerpt = CASE
            WHEN locate('. ', body) BETWEEN 1 AND 100 THEN left(body, locate('. ', body))
            ELSE left(body, 100)
        END
        WHERE id > last_id AND id <= last_id + 1000;
        SET last_id = last_id + 1000;
    END WHILE;
END;

-- DOWN
ALTER TABLE posts DROP COLUMN excerpt;
