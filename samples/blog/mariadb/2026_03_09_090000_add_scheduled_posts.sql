-- UP
ALTER TABLE posts
    MODIFY COLUMN state enum('draft', 'published', 'scheduled') NOT NULL DEFAULT 'draft',
    ADD COLUMN publish_at datetime,
    ADD CONSTRAINT posts_publish_at_check CHECK (state <> 'scheduled' OR publish_at IS NOT NULL),
    ADD INDEX posts_state_publish_at_index (state, publish_at);

UPDATE posts SET state = 'scheduled', publish_at = '2026-03-20 06:00:00' WHERE slug = 'plans-for-spring' AND state = 'draft';

-- DOWN
UPDATE posts SET state = 'draft' WHERE state = 'scheduled';

ALTER TABLE posts
    DROP INDEX posts_state_publish_at_index,
    DROP CONSTRAINT posts_publish_at_check,
    DROP COLUMN publish_at,
    MODIFY COLUMN state enum('draft', 'published') NOT NULL DEFAULT 'draft';
