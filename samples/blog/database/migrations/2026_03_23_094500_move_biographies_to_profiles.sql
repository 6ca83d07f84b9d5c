-- UP
CREATE TABLE profiles (
    user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    biography TEXT NOT NULL,
    website TEXT CONSTRAINT profiles_website_check CHECK (website LIKE 'http%://_%')
);

INSERT INTO profiles (user_id, biography)
SELECT id, biography FROM users WHERE biography IS NOT NULL;

ALTER TABLE users DROP COLUMN biography;

-- DOWN
ALTER TABLE users ADD COLUMN biography TEXT;

UPDATE users SET biography = (SELECT profiles.biography FROM profiles WHERE profiles.user_id = users.id);

DROP TABLE profiles;
