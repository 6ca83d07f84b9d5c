-- UP
-- Comments by time. Built while the blog is in use, which PostgreSQL does outside a transaction only:
-- https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
CREATE INDEX CONCURRENTLY comments_post_id_created_at_index ON comments (post_id, created_at);
DROP INDEX CONCURRENTLY comments_post_id_index;

-- DOWN
CREATE INDEX CONCURRENTLY comments_post_id_index ON comments (post_id);
DROP INDEX CONCURRENTLY comments_post_id_created_at_index;
