-- depends: 2026_03_09_090000_add_scheduled_posts

-- UP
-- SQLite has no procedures; a view that can be written to serves:
--   UPDATE due_posts SET state = 'published';
CREATE VIEW due_posts AS
SELECT id, slug, title, state, publish_at
FROM posts
WHERE state = 'scheduled' AND publish_at <= CURRENT_TIMESTAMP;

CREATE TRIGGER due_posts_publish
INSTEAD OF UPDATE OF state ON due_posts
BEGIN
    SELECT CASE WHEN NEW.state <> 'published' THEN RAISE(ABORT, 'due posts can only be published') END;
    UPDATE posts SET state = 'published', published_at = publish_at WHERE id = OLD.id;
END;

-- DOWN
DROP TRIGGER due_posts_publish;
DROP VIEW due_posts;
