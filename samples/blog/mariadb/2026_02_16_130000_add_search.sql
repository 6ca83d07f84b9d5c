-- UP
CREATE FULLTEXT INDEX posts_search_index ON posts (title, body);

CREATE PROCEDURE search_posts(IN words text)
    SELECT id, slug, title, MATCH (title, body) AGAINST (words) AS `rank`
    FROM posts
    WHERE MATCH (title, body) AGAINST (words) AND state = 'published'
    ORDER BY `rank` DESC, id;

-- DOWN
DROP PROCEDURE search_posts;
DROP INDEX posts_search_index ON posts;
