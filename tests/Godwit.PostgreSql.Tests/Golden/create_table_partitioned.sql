CREATE TABLE "events" (
    "id" bigint NOT NULL,
    "at" date NOT NULL,
    "what" text DEFAULT 'nothing',
    PRIMARY KEY ("id", "at")
) PARTITION BY RANGE (at);
CREATE INDEX "events_what" ON "events" ("what");
CREATE TABLE "events_2026" PARTITION OF "events" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE "events_rest" PARTITION OF "events" DEFAULT;

-- back
DROP TABLE "events_rest";
DROP TABLE "events_2026";
DROP TABLE "events";
