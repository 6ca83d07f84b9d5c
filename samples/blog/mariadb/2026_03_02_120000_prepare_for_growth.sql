-- UP
-- Comments by time. LOCK = NONE: rather an error than a blog that stands still.
ALTER TABLE comments
    ADD INDEX comments_post_id_created_at_index (post_id, created_at),
    DROP INDEX comments_post_id_index,
    ALGORITHM = INPLACE, LOCK = NONE;

-- DOWN
ALTER TABLE comments
    ADD INDEX comments_post_id_index (post_id),
    DROP INDEX comments_post_id_created_at_index,
    ALGORITHM = INPLACE, LOCK = NONE;
