-- UP
CREATE TABLE users (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(100) NOT NULL,
    email varchar(200) NOT NULL,
    email_domain varchar(200) GENERATED ALWAYS AS (lower(substring_index(email, '@', -1))) VIRTUAL,
    role enum('reader', 'author', 'editor') NOT NULL DEFAULT 'reader',
    active boolean NOT NULL DEFAULT true,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    biography text,
    CONSTRAINT users_name_check CHECK (char_length(trim(name)) > 0),
    CONSTRAINT users_email_check CHECK (email LIKE '%_@_%')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- one account per address, however it is spelt: the collation takes no notice of case
CREATE UNIQUE INDEX users_email_unique ON users (email);

-- an index on an expression is an index on a generated column
CREATE INDEX users_email_domain_index ON users (email_domain);
CREATE INDEX users_active_name_index ON users (active, name);

-- DOWN
DROP TABLE users;
