-- depends: 2026_03_09_090000_add_scheduled_posts

-- UP
CREATE VIEW due_posts AS
SELECT id, slug, title, state, publish_at
FROM posts
WHERE state = 'scheduled' AND publish_at <= now();

CREATE FUNCTION publish_due_posts() RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
    UPDATE posts SET state = 'published', published_at = publish_at WHERE id IN (SELECT due_posts.id FROM due_posts);
    SELECT count(*) FROM posts WHERE state = 'published' AND published_at = publish_at;
END;

COMMENT ON FUNCTION publish_due_posts() IS 'Publishes what is due; returns how many posts were ever published so.';

-- DOWN
DROP FUNCTION publish_due_posts();
DROP VIEW due_posts;
