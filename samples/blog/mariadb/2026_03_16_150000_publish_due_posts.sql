-- depends: 2026_03_09_090000_add_scheduled_posts

-- UP
CREATE VIEW due_posts AS
SELECT id, slug, title, state, publish_at
FROM posts
WHERE state = 'scheduled' AND publish_at <= current_timestamp();

DELIMITER //

CREATE PROCEDURE publish_due_posts(OUT published int)
    MODIFIES SQL DATA
    COMMENT 'Publishes what is due; says how many posts that were.'
BEGIN
    DECLARE due bigint unsigned;
    DECLARE done boolean DEFAULT false;
    DECLARE every CURSOR FOR SELECT id FROM due_posts ORDER BY publish_at FOR UPDATE;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = true;

    SET published = 0;
    OPEN every;
    next: LOOP
        FETCH every INTO due;
        IF done THEN
            LEAVE next;
        END IF;
        UPDATE posts SET state = 'published', published_at = publish_at WHERE id = due;
        SET published = published + 1;
    END LOOP next;
    CLOSE every;
END//

DELIMITER ;

-- DOWN
DROP PROCEDURE publish_due_posts;
DROP VIEW due_posts;
