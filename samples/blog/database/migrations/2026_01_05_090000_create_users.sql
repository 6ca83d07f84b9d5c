-- UP
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT users_name_check CHECK (length(trim(name)) > 0),
    email TEXT NOT NULL CONSTRAINT users_email_check CHECK (email LIKE '%_@_%'),
    role TEXT NOT NULL DEFAULT 'reader' CONSTRAINT users_role_check CHECK (role IN ('reader', 'author', 'editor')),
    active INTEGER NOT NULL DEFAULT 1 CONSTRAINT users_active_check CHECK (active IN (0, 1)),
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    biography TEXT
);

-- one account per address, however it is spelt
CREATE UNIQUE INDEX users_email_unique ON users (lower(email));

CREATE INDEX users_active_name_index ON users (name) WHERE active = 1;

-- DOWN
DROP TABLE users;
