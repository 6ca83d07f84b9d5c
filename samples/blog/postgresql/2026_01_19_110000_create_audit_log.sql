-- UP
CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name name NOT NULL,
    row_id bigint NOT NULL,
    action text NOT NULL CONSTRAINT audit_log_action_check CHECK (action IN ('insert', 'update', 'delete')),
    old_values jsonb,
    new_values jsonb,
    logged_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX audit_log_table_name_row_id_index ON audit_log (table_name, row_id);
CREATE INDEX audit_log_new_values_index ON audit_log USING gin (new_values jsonb_path_ops);

-- The columns to log are the trigger's arguments.
CREATE FUNCTION write_audit_log() RETURNS trigger LANGUAGE plpgsql AS $audit$
DECLARE
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    SELECT jsonb_object_agg(key, value) INTO before FROM jsonb_each(before) WHERE key = ANY (TG_ARGV);
    SELECT jsonb_object_agg(key, value) INTO after FROM jsonb_each(after) WHERE key = ANY (TG_ARGV);
    IF before IS DISTINCT FROM after THEN
        INSERT INTO audit_log (table_name, row_id, action, old_values, new_values)
        VALUES (TG_TABLE_NAME, coalesce(NEW.id, OLD.id), lower(TG_OP), before, after);
    END IF;
    RETURN NULL;
END;
$audit$;

CREATE TRIGGER posts_audit AFTER INSERT OR UPDATE OR DELETE ON posts
    FOR EACH ROW EXECUTE FUNCTION write_audit_log('slug', 'title', 'body', 'state');

-- DOWN
DROP TRIGGER posts_audit ON posts;
DROP FUNCTION write_audit_log();
DROP TABLE audit_log;
