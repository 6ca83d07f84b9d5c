ALTER TABLE "authors"
    ALTER COLUMN "age" DROP DEFAULT,
    ALTER COLUMN "age" TYPE varchar(255),
    ALTER COLUMN "age" SET DEFAULT 18;

-- back
ALTER TABLE "authors"
    ALTER COLUMN "age" DROP DEFAULT,
    ALTER COLUMN "age" TYPE integer USING "age"::integer,
    ALTER COLUMN "age" SET DEFAULT 18;
