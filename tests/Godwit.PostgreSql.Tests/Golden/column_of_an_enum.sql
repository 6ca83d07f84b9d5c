CREATE TABLE "places" (
    "place" "order" NOT NULL DEFAULT 'first'
);

-- back
DROP TABLE "places";
