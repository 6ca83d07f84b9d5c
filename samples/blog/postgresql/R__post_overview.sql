-- Run again whenever this file changes, after all other migrations.

-- UP
-- not CREATE OR REPLACE VIEW, which cannot take a column away
DROP VIEW IF EXISTS post_overview;

CREATE VIEW post_overview AS
SELECT
    posts.id,
    posts.slug,
    posts.title,
    posts.excerpt,
    users.name AS author,
    posts.published_at,
    post_statistics.comments,
    (SELECT string_agg(tags.name, ', ' ORDER BY tags.name)
     FROM post_tags
     JOIN tags ON tags.id = post_tags.tag_id
     WHERE post_tags.post_id = posts.id) AS tags
FROM posts
JOIN users ON users.id = posts.author_id
JOIN post_statistics ON post_statistics.post_id = posts.id
WHERE posts.state = 'published';

-- DOWN
DROP VIEW IF EXISTS post_overview;
