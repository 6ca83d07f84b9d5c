-- timeout: 30s

-- UP
ALTER TABLE posts ADD COLUMN excerpt text;

-- the first sentence, or the first hundred characters where there is none; a thousand posts at a time
DO $backfill$
DECLARE
    last bigint := 0;
    until bigint := (SELECT max(id) FROM posts);
BEGIN
    WHILE last < until LOOP
        UPDATE posts
        SET excerpt = CASE
            WHEN position('. ' IN body) BETWEEN 1 AND 100 THEN split_part(body, '. ', 1) || '.'
            ELSE left(body, 100)
        END
        WHERE id > last AND id <= last + 1000;
        last := last + 1000;
    END LOOP;
END;
$backfill$;

ALTER TABLE posts ALTER COLUMN excerpt SET DEFAULT '', ALTER COLUMN excerpt SET NOT NULL;

-- DOWN
ALTER TABLE posts DROP COLUMN excerpt;
