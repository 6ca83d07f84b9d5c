-- UP
INSERT INTO users (name, email, role, created_at, biography) VALUES
    ('Ada Marsh', 'ada@blog.example', 'editor', '2026-01-07 08:00:00Z', 'Counts waders; writes; in that order.'),
    ('Ben Tide', 'ben@blog.example', 'author', '2026-01-07 08:01:00Z', 'Rows out when others row in.'),
    ('Cleo Reed', 'cleo@blog.example', 'reader', '2026-01-07 08:02:00Z', NULL);

INSERT INTO posts (author_id, slug, title, body, state, published_at, created_at, updated_at)
SELECT users.id, draft.slug, draft.title, draft.body, draft.state::post_state, draft.at::timestamptz,
    '2026-01-07 08:30:00Z', '2026-01-07 08:30:00Z'
FROM (VALUES
        ('ada@blog.example', 'eleven-thousand-kilometres', 'Eleven thousand kilometres',
         'A godwit leaves Alaska in autumn; eight days later it lands in New Zealand. It has not eaten, drunk or slept on the water.',
         'published', '2026-01-07 09:00:00Z'),
        ('ben@blog.example', 'low-water', 'Low water',
         E'It\'s the mud that matters -- worms, snails; and time.', 'published', '2026-01-08 09:00:00Z'),
        ('ben@blog.example', 'plans-for-spring', 'Plans for spring', 'To be written.', 'draft', NULL)
     ) AS draft (email, slug, title, body, state, at)
JOIN users ON users.email = draft.email
ORDER BY draft.slug;

INSERT INTO tags (name) VALUES ('birds'), ('flight'), ('tides');

INSERT INTO post_tags (post_id, tag_id)
SELECT posts.id, tags.id
FROM (VALUES ('eleven-thousand-kilometres', 'birds'), ('eleven-thousand-kilometres', 'flight'), ('low-water', 'tides')) AS pair (slug, tag)
JOIN posts ON posts.slug = pair.slug
JOIN tags ON tags.name = pair.tag;

WITH question AS (
    INSERT INTO comments (post_id, author_id, body, created_at)
    SELECT posts.id, users.id, 'Eight days; and I complain about night trains.', '2026-01-07 10:00:00Z'
    FROM posts
    JOIN users ON users.email = 'cleo@blog.example'
    WHERE posts.slug = 'eleven-thousand-kilometres'
    RETURNING id, post_id
)
INSERT INTO comments (post_id, author_id, parent_id, body, created_at)
SELECT question.post_id, users.id, question.id, 'Without a dining car.', '2026-01-07 10:05:00Z'
FROM question
JOIN users ON users.email = 'ada@blog.example';

-- DOWN
DELETE FROM posts WHERE slug IN ('eleven-thousand-kilometres', 'low-water', 'plans-for-spring');
DELETE FROM tags WHERE name IN ('birds', 'flight', 'tides');
DELETE FROM users WHERE email IN ('ada@blog.example', 'ben@blog.example', 'cleo@blog.example');
