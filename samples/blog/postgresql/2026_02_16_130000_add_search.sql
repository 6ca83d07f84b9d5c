-- UP
ALTER TABLE posts ADD COLUMN search tsvector
    GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED;

CREATE INDEX posts_search_index ON posts USING gin (search);

CREATE FUNCTION search_posts(words text) RETURNS TABLE (id bigint, slug text, title text, rank real)
    LANGUAGE sql STABLE AS $$
    SELECT posts.id, posts.slug, posts.title, ts_rank(posts.search, query)
    FROM posts, websearch_to_tsquery('english', words) AS query
    WHERE posts.search @@ query AND posts.state = 'published'
    ORDER BY 4 DESC, posts.id;
$$;

-- DOWN
DROP FUNCTION search_posts(text);
DROP INDEX posts_search_index;
ALTER TABLE posts DROP COLUMN search;
