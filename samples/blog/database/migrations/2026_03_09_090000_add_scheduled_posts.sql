-- UP
INSERT INTO post_states (name) VALUES ('scheduled');

ALTER TABLE posts ADD COLUMN publish_at TEXT
    CONSTRAINT posts_publish_at_check CHECK (state <> 'scheduled' OR publish_at IS NOT NULL);

CREATE INDEX posts_publish_at_index ON posts (publish_at) WHERE state = 'scheduled';

UPDATE posts SET state = 'scheduled', publish_at = '2026-03-20 06:00:00' WHERE slug = 'plans-for-spring' AND state = 'draft';

-- DOWN
UPDATE posts SET state = 'draft' WHERE state = 'scheduled';
DROP INDEX posts_publish_at_index;
ALTER TABLE posts DROP COLUMN publish_at;
DELETE FROM post_states WHERE name = 'scheduled';
