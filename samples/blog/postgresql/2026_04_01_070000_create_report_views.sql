-- UP
CREATE VIEW author_activity AS
SELECT
    users.id,
    users.name,
    (SELECT count(*) FROM posts WHERE posts.author_id = users.id AND posts.state = 'published') AS posts,
    (SELECT count(*) FROM comments WHERE comments.author_id = users.id) AS comments
FROM users
WHERE users.active;

CREATE MATERIALIZED VIEW monthly_publications AS
SELECT
    date_trunc('month', posts.published_at AT TIME ZONE 'UTC')::date AS month,
    count(*) AS posts,
    sum(post_statistics.words) AS words,
    sum(count(*)) OVER (ORDER BY date_trunc('month', posts.published_at AT TIME ZONE 'UTC')) AS posts_so_far
FROM posts
JOIN post_statistics ON post_statistics.post_id = posts.id
WHERE posts.state = 'published'
GROUP BY date_trunc('month', posts.published_at AT TIME ZONE 'UTC');

-- REFRESH MATERIALIZED VIEW CONCURRENTLY needs it
CREATE UNIQUE INDEX monthly_publications_month_unique ON monthly_publications (month);

-- DOWN
DROP MATERIALIZED VIEW monthly_publications;
DROP VIEW author_activity;
