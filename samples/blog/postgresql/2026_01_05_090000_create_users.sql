-- UP
CREATE TYPE user_role AS ENUM ('reader', 'author', 'editor');

CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CONSTRAINT users_name_check CHECK (length(trim(name)) > 0),
    email text NOT NULL CONSTRAINT users_email_check CHECK (email LIKE '%_@_%'),
    role user_role NOT NULL DEFAULT 'reader',
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    biography text
);

-- one account per address, however it is spelt
CREATE UNIQUE INDEX users_email_unique ON users (lower(email));

CREATE INDEX users_active_name_index ON users (name) WHERE active;

-- DOWN
DROP TABLE users;
DROP TYPE user_role;
