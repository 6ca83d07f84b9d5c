-- UP
CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    action TEXT NOT NULL CONSTRAINT audit_log_action_check CHECK (action IN ('insert', 'update', 'delete')),
    old_values TEXT CONSTRAINT audit_log_old_values_check CHECK (old_values IS NULL OR json_valid(old_values)),
    new_values TEXT CONSTRAINT audit_log_new_values_check CHECK (new_values IS NULL OR json_valid(new_values)),
    logged_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX audit_log_table_name_row_id_index ON audit_log (table_name, row_id);

CREATE TRIGGER posts_audit_insert AFTER INSERT ON posts
BEGIN
    INSERT INTO audit_log (table_name, row_id, action, new_values)
    VALUES ('posts', NEW.id, 'insert', json_object('slug', NEW.slug, 'title', NEW.title, 'state', NEW.state));
END;

CREATE TRIGGER posts_audit_update AFTER UPDATE OF slug, title, body, state ON posts
WHEN (OLD.slug, OLD.title, OLD.body, OLD.state) IS NOT (NEW.slug, NEW.title, NEW.body, NEW.state)
BEGIN
    INSERT INTO audit_log (table_name, row_id, action, old_values, new_values)
    VALUES (
        'posts', NEW.id, 'update',
        json_object('slug', OLD.slug, 'title', OLD.title, 'state', OLD.state,
                    'body', CASE WHEN OLD.body IS NEW.body THEN 'same; not kept' ELSE OLD.body END),
        json_object('slug', NEW.slug, 'title', NEW.title, 'state', NEW.state));
END;

CREATE TRIGGER posts_audit_delete AFTER DELETE ON posts
BEGIN
    INSERT INTO audit_log (table_name, row_id, action, old_values)
    VALUES ('posts', OLD.id, 'delete', json_object('slug', OLD.slug, 'title', OLD.title, 'state', OLD.state));
END;

-- DOWN
DROP TRIGGER posts_audit_delete;
DROP TRIGGER posts_audit_update;
DROP TRIGGER posts_audit_insert;
DROP TABLE audit_log;
