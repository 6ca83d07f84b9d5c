-- UP
CREATE TABLE profiles (
    user_id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    biography text NOT NULL,
    website text CONSTRAINT profiles_website_check CHECK (website ~ '^https?://.')
);

INSERT INTO profiles (user_id, biography)
SELECT id, biography FROM users WHERE biography IS NOT NULL;

ALTER TABLE users DROP COLUMN biography;

-- DOWN
ALTER TABLE users ADD COLUMN biography text;

UPDATE users SET biography = profiles.biography FROM profiles WHERE profiles.user_id = users.id;

DROP TABLE profiles;
