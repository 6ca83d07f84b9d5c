CREATE TEMPORARY TABLE "scratch" (
    "n" integer NOT NULL
);

-- back
DROP TABLE "scratch";
