-- UP
CREATE TRIGGER posts_keep_updated_at
BEFORE UPDATE ON posts
FOR EACH ROW
SET NEW.updated_at = IF(
    NEW.updated_at = OLD.updated_at AND (NEW.title, NEW.body, NEW.state) <> (OLD.title, OLD.body, OLD.state),
    current_timestamp(),
    NEW.updated_at);

-- DOWN
DROP TRIGGER posts_keep_updated_at;
