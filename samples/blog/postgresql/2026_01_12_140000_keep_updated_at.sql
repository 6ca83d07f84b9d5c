-- UP
CREATE FUNCTION keep_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.title, NEW.body, NEW.state) IS DISTINCT FROM (OLD.title, OLD.body, OLD.state) AND NEW.updated_at = OLD.updated_at THEN
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER posts_keep_updated_at BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION keep_updated_at();

-- DOWN
DROP TRIGGER posts_keep_updated_at ON posts;
DROP FUNCTION keep_updated_at();
