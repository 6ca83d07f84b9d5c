ALTER TABLE "authors"
    ALTER COLUMN "age" DROP DEFAULT,
    ALTER COLUMN "age" TYPE boolean USING age > 0,
    ALTER COLUMN "age" SET DEFAULT true;

-- back
ALTER TABLE "authors"
    ALTER COLUMN "age" DROP DEFAULT,
    ALTER COLUMN "age" TYPE integer USING "age"::integer,
    ALTER COLUMN "age" SET DEFAULT 18;
