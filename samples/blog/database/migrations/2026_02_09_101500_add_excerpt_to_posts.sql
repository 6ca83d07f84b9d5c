-- timeout: 30s

-- UP
ALTER TABLE posts ADD COLUMN excerpt TEXT NOT NULL DEFAULT '';

-- the first sentence, or the first hundred characters where there is none
UPDATE posts
SET excerpt = CASE
    WHEN instr(body, '. ') BETWEEN 1 AND 100 THEN substr(body, 1, instr(body, '. '))
    ELSE substr(body, 1, 100)
END;

-- DOWN
ALTER TABLE posts DROP COLUMN excerpt;
