-- UP
INSERT INTO users (name, email, role, created_at, biography) VALUES
    ('Ada Marsh', 'ada@blog.example', 'editor', '2026-01-07 08:00:00', 'Counts waders; writes; in that order.'),
    ('Ben Tide', 'ben@blog.example', 'author', '2026-01-07 08:01:00', 'Rows out when others row in.'),
    ('Cleo Reed', 'cleo@blog.example', 'reader', '2026-01-07 08:02:00', NULL);

WITH draft (email, slug, title, body, state, at) AS (
    VALUES
        ('ada@blog.example', 'eleven-thousand-kilometres', 'Eleven thousand kilometres',
         'A godwit leaves Alaska in autumn; eight days later it lands in New Zealand. It has not eaten, drunk or slept on the water.',
         'published', '2026-01-07 09:00:00'),
        ('ben@blog.example', 'low-water', 'Low water',
         'It''s the mud that matters -- worms, snails; and time.', 'published', '2026-01-08 09:00:00'),
        ('ben@blog.example', 'plans-for-spring', 'Plans for spring', 'To be written.', 'draft', NULL)
)
INSERT INTO posts (author_id, slug, title, body, state, published_at, created_at, updated_at)
SELECT users.id, draft.slug, draft.title, draft.body, draft.state, draft.at, '2026-01-07 08:30:00', '2026-01-07 08:30:00'
FROM draft
JOIN users ON users.email = draft.email
ORDER BY draft.slug;

INSERT INTO tags (name) VALUES ('birds'), ('flight'), ('tides');

INSERT INTO post_tags (post_id, tag_id)
SELECT posts.id, tags.id
FROM posts
JOIN tags ON (posts.slug, tags.name) IN (
    VALUES ('eleven-thousand-kilometres', 'birds'), ('eleven-thousand-kilometres', 'flight'), ('low-water', 'tides'));

INSERT INTO comments (post_id, author_id, body, created_at)
SELECT posts.id, users.id, 'Eight days; and I complain about night trains.', '2026-01-07 10:00:00'
FROM posts
JOIN users ON users.email = 'cleo@blog.example'
WHERE posts.slug = 'eleven-thousand-kilometres';

INSERT INTO comments (post_id, author_id, parent_id, body, created_at)
SELECT comments.post_id, users.id, comments.id, 'Without a dining car.', '2026-01-07 10:05:00'
FROM comments
JOIN users ON users.email = 'ada@blog.example';

-- DOWN
DELETE FROM posts WHERE slug IN ('eleven-thousand-kilometres', 'low-water', 'plans-for-spring');
-- where foreign keys are off, nothing cascades
DELETE FROM comments WHERE post_id NOT IN (SELECT id FROM posts);
DELETE FROM post_tags WHERE post_id NOT IN (SELECT id FROM posts);
DELETE FROM tags WHERE name IN ('birds', 'flight', 'tides');
DELETE FROM users WHERE email IN ('ada@blog.example', 'ben@blog.example', 'cleo@blog.example');
