-- UP
-- Bodies with semicolons, and no DELIMITER: Godwit finds the end of each by itself.
CREATE FUNCTION count_words(content text) RETURNS int DETERMINISTIC
BEGIN
    DECLARE rest text DEFAULT trim(content);
    CASE rest
        WHEN '' THEN RETURN 0;
        ELSE RETURN char_length(rest) - char_length(replace(rest, ' ', '')) + 1;
    END CASE;
END;

CREATE TABLE post_statistics (
    post_id bigint unsigned NOT NULL PRIMARY KEY,
    words int NOT NULL DEFAULT 0,
    comments int NOT NULL DEFAULT 0,
    last_comment_at datetime,
    CONSTRAINT post_statistics_comments_check CHECK (comments >= 0),
    CONSTRAINT post_statistics_post_id_foreign FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO post_statistics (post_id, words, comments, last_comment_at)
SELECT posts.id, count_words(posts.body), count(comments.id), max(comments.created_at)
FROM posts
LEFT JOIN comments ON comments.post_id = posts.id
GROUP BY posts.id, posts.body;

CREATE TRIGGER posts_statistics_insert AFTER INSERT ON posts FOR EACH ROW
INSERT INTO post_statistics (post_id, words) VALUES (NEW.id, count_words(NEW.body));

CREATE TRIGGER posts_statistics_update AFTER UPDATE ON posts FOR EACH ROW
IF NEW.body <> OLD.body THEN
    UPDATE post_statistics SET words = count_words(NEW.body) WHERE post_id = NEW.id;
END IF;

CREATE TRIGGER comments_statistics_insert AFTER INSERT ON comments FOR EACH ROW
UPDATE post_statistics
SET comments = comments + 1, last_comment_at = greatest(coalesce(last_comment_at, NEW.created_at), NEW.created_at)
WHERE post_id = NEW.post_id;

CREATE TRIGGER comments_statistics_delete AFTER DELETE ON comments FOR EACH ROW
BEGIN
    DECLARE latest datetime;
    SELECT max(created_at) INTO latest FROM comments WHERE post_id = OLD.post_id;
    UPDATE post_statistics SET comments = comments - 1, last_comment_at = latest WHERE post_id = OLD.post_id;
END;

-- DOWN
DROP TRIGGER comments_statistics_delete;
DROP TRIGGER comments_statistics_insert;
DROP TRIGGER posts_statistics_update;
DROP TRIGGER posts_statistics_insert;
DROP TABLE post_statistics;
DROP FUNCTION count_words;
