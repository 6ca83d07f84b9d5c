-- UP
CREATE TABLE profiles (
    user_id bigint unsigned NOT NULL PRIMARY KEY,
    biography text NOT NULL,
    website varchar(200),
    CONSTRAINT profiles_website_check CHECK (website RLIKE '^https?://.'),
    CONSTRAINT profiles_user_id_foreign FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO profiles (user_id, biography)
SELECT id, biography FROM users WHERE biography IS NOT NULL;

ALTER TABLE users DROP COLUMN biography;

-- DOWN
ALTER TABLE users ADD COLUMN biography text;

UPDATE users JOIN profiles ON profiles.user_id = users.id SET users.biography = profiles.biography;

DROP TABLE profiles;
