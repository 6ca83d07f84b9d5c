-- transaction: off

-- UP
-- Comments by time, and a file that can shrink. The mode changes at the VACUUM, which no transaction may hold:
-- https://www.sqlite.org/pragma.html#pragma_auto_vacuum
CREATE INDEX comments_post_id_created_at_index ON comments (post_id, created_at);
DROP INDEX comments_post_id_index;
PRAGMA auto_vacuum = INCREMENTAL;
VACUUM;

-- DOWN
PRAGMA auto_vacuum = NONE;
VACUUM;
CREATE INDEX comments_post_id_index ON comments (post_id);
DROP INDEX comments_post_id_created_at_index;
