-- UP
CREATE VIEW author_activity AS
SELECT
    users.id,
    users.name,
    (SELECT count(*) FROM posts WHERE posts.author_id = users.id AND posts.state = 'published') AS posts,
    (SELECT count(*) FROM comments WHERE comments.author_id = users.id) AS comments
FROM users
WHERE users.active = 1;

CREATE VIEW monthly_publications AS
SELECT
    substr(posts.published_at, 1, 7) AS month,
    count(*) AS posts,
    sum(post_statistics.words) AS words,
    sum(count(*)) OVER (ORDER BY substr(posts.published_at, 1, 7)) AS posts_so_far
FROM posts
JOIN post_statistics ON post_statistics.post_id = posts.id
WHERE posts.state = 'published'
GROUP BY substr(posts.published_at, 1, 7);

-- DOWN
DROP VIEW monthly_publications;
DROP VIEW author_activity;
