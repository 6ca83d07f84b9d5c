-- UP
CREATE TABLE post_statistics (
    post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    words INTEGER NOT NULL DEFAULT 0,
    comments INTEGER NOT NULL DEFAULT 0 CONSTRAINT post_statistics_comments_check CHECK (comments >= 0),
    last_comment_at TEXT
);

INSERT INTO post_statistics (post_id, words, comments, last_comment_at)
SELECT
    posts.id,
    CASE trim(posts.body) WHEN '' THEN 0 ELSE length(trim(posts.body)) - length(replace(trim(posts.body), ' ', '')) + 1 END,
    count(comments.id),
    max(comments.created_at)
FROM posts
LEFT JOIN comments ON comments.post_id = posts.id
GROUP BY posts.id;

CREATE TRIGGER posts_statistics_insert AFTER INSERT ON posts
BEGIN
    INSERT INTO post_statistics (post_id, words)
    VALUES (NEW.id, CASE trim(NEW.body) WHEN '' THEN 0 ELSE length(trim(NEW.body)) - length(replace(trim(NEW.body), ' ', '')) + 1 END);
END;

CREATE TRIGGER posts_statistics_update AFTER UPDATE OF body ON posts
BEGIN
    UPDATE post_statistics
    SET words = CASE trim(NEW.body) WHEN '' THEN 0 ELSE length(trim(NEW.body)) - length(replace(trim(NEW.body), ' ', '')) + 1 END
    WHERE post_id = NEW.id;
END;

CREATE TRIGGER comments_statistics_insert AFTER INSERT ON comments
BEGIN
    UPDATE post_statistics
    SET comments = comments + 1, last_comment_at = max(coalesce(last_comment_at, ''), NEW.created_at)
    WHERE post_id = NEW.post_id;
END;

CREATE TRIGGER comments_statistics_delete AFTER DELETE ON comments
BEGIN
    UPDATE post_statistics
    SET comments = comments - 1,
        last_comment_at = (SELECT max(created_at) FROM comments WHERE post_id = OLD.post_id)
    WHERE post_id = OLD.post_id;
END;

-- DOWN
DROP TRIGGER comments_statistics_delete;
DROP TRIGGER comments_statistics_insert;
DROP TRIGGER posts_statistics_update;
DROP TRIGGER posts_statistics_insert;
DROP TABLE post_statistics;
