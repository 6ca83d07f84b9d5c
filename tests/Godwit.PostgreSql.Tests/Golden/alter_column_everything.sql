ALTER TABLE "authors"
    ALTER COLUMN "email" TYPE varchar(100) COLLATE "POSIX",
    ALTER COLUMN "email" SET NOT NULL,
    ALTER COLUMN "email" SET DEFAULT 'none';
COMMENT ON COLUMN "authors"."email" IS 'Where to write';

-- back
ALTER TABLE "authors"
    ALTER COLUMN "email" TYPE varchar(255),
    ALTER COLUMN "email" DROP NOT NULL,
    ALTER COLUMN "email" DROP DEFAULT;
COMMENT ON COLUMN "authors"."email" IS NULL;
