CREATE INDEX CONCURRENTLY people_name ON people (name);
CREATE UNIQUE INDEX CONCURRENTLY people_email ON people (email);
