-- UP
CREATE TRIGGER posts_keep_updated_at
AFTER UPDATE OF title, body, state ON posts
WHEN NEW.updated_at = OLD.updated_at
BEGIN
    UPDATE posts SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;

-- DOWN
DROP TRIGGER posts_keep_updated_at;
