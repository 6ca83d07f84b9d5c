COMMENT ON COLUMN "authors"."name" IS 'What they are called';

-- back
COMMENT ON COLUMN "authors"."name" IS NULL;
