-- UP
CREATE FUNCTION count_words(content text) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN coalesce(array_length(regexp_split_to_array(nullif(trim(content), ''), '\s+'), 1), 0);

CREATE TABLE post_statistics (
    post_id bigint PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    words integer NOT NULL DEFAULT 0,
    comments integer NOT NULL DEFAULT 0 CONSTRAINT post_statistics_comments_check CHECK (comments >= 0),
    last_comment_at timestamptz
);

INSERT INTO post_statistics (post_id, words, comments, last_comment_at)
SELECT posts.id, count_words(posts.body), count(comments.id), max(comments.created_at)
FROM posts
LEFT JOIN comments ON comments.post_id = posts.id
GROUP BY posts.id;

CREATE FUNCTION count_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO post_statistics AS s (post_id, words) VALUES (NEW.id, count_words(NEW.body))
    ON CONFLICT (post_id) DO UPDATE SET words = excluded.words WHERE s.words <> excluded.words;
    RETURN NULL;
END;
$$;

CREATE FUNCTION count_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_OP
        WHEN 'INSERT' THEN
            UPDATE post_statistics
            SET comments = comments + 1, last_comment_at = greatest(last_comment_at, NEW.created_at)
            WHERE post_id = NEW.post_id;
        WHEN 'DELETE' THEN
            UPDATE post_statistics
            SET comments = comments - 1,
                last_comment_at = (SELECT max(c.created_at) FROM comments AS c WHERE c.post_id = OLD.post_id)
            WHERE post_id = OLD.post_id;
    END CASE;
    RETURN NULL;
END;
$$;

CREATE TRIGGER posts_statistics AFTER INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION count_post();
CREATE TRIGGER comments_statistics AFTER INSERT OR DELETE ON comments FOR EACH ROW EXECUTE FUNCTION count_comment();

-- DOWN
DROP TRIGGER comments_statistics ON comments;
DROP TRIGGER posts_statistics ON posts;
DROP FUNCTION count_comment();
DROP FUNCTION count_post();
DROP TABLE post_statistics;
DROP FUNCTION count_words(text);
