-- UP
CREATE VIEW author_activity AS
SELECT
    users.id,
    users.name,
    (SELECT count(*) FROM posts WHERE posts.author_id = users.id AND posts.state = 'published') AS posts,
    (SELECT count(*) FROM comments WHERE comments.author_id = users.id) AS comments
FROM users
WHERE users.active;

CREATE VIEW monthly_publications AS
SELECT
    month.month,
    month.posts,
    month.words,
    sum(month.posts) OVER (ORDER BY month.month) AS posts_so_far
FROM (
    SELECT date_format(posts.published_at, '%Y-%m') AS month, count(*) AS posts, sum(post_statistics.words) AS words
    FROM posts
    JOIN post_statistics ON post_statistics.post_id = posts.id
    WHERE posts.state = 'published'
    GROUP BY date_format(posts.published_at, '%Y-%m')
) AS month;

-- DOWN
DROP VIEW monthly_publications;
DROP VIEW author_activity;
