-- UP
CREATE TABLE audit_log (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    table_name varchar(64) NOT NULL,
    row_id bigint unsigned NOT NULL,
    action enum('insert', 'update', 'delete') NOT NULL,
    old_values json,
    new_values json,
    logged_at datetime NOT NULL DEFAULT current_timestamp(),
    INDEX audit_log_table_name_row_id_index (table_name, row_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Written as for the mariadb command line: what that client understands, Godwit does too.
DELIMITER $$

CREATE TRIGGER posts_audit_insert AFTER INSERT ON posts FOR EACH ROW
BEGIN
    INSERT INTO audit_log (table_name, row_id, action, new_values)
    VALUES ('posts', NEW.id, 'insert', json_object('slug', NEW.slug, 'title', NEW.title, 'state', NEW.state));
END $$

CREATE TRIGGER posts_audit_update AFTER UPDATE ON posts FOR EACH ROW
BEGIN
    IF (NEW.slug, NEW.title, NEW.body, NEW.state) <> (OLD.slug, OLD.title, OLD.body, OLD.state) THEN
        INSERT INTO audit_log (table_name, row_id, action, old_values, new_values)
        VALUES (
            'posts', NEW.id, 'update',
            json_object('slug', OLD.slug, 'title', OLD.title, 'state', OLD.state,
                        'body', if(OLD.body = NEW.body, 'same; not kept', OLD.body)),
            json_object('slug', NEW.slug, 'title', NEW.title, 'state', NEW.state));
    END IF;
END $$

CREATE TRIGGER posts_audit_delete AFTER DELETE ON posts FOR EACH ROW
BEGIN
    INSERT INTO audit_log (table_name, row_id, action, old_values)
    VALUES ('posts', OLD.id, 'delete', json_object('slug', OLD.slug, 'title', OLD.title, 'state', OLD.state));
END $$

DELIMITER ;

-- DOWN
DROP TRIGGER posts_audit_delete;
DROP TRIGGER posts_audit_update;
DROP TRIGGER posts_audit_insert;
DROP TABLE audit_log;
