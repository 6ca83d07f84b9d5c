CREATE TYPE mood AS ENUM ('happy', 'sad');
ALTER TABLE people ADD COLUMN mood mood;
ALTER TYPE mood ADD VALUE 'so so';
UPDATE people SET mood = 'so so';
UPDATE counter SET n = n + 1 WHERE id = 5;
