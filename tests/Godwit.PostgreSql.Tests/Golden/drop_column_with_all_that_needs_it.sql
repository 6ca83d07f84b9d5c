ALTER TABLE "needing" DROP COLUMN "a";

-- back
ALTER TABLE "needing" ADD COLUMN "a" bigint NOT NULL;
ALTER TABLE "needing" ADD CONSTRAINT "needing_pkey" PRIMARY KEY ("a");
ALTER TABLE "needing" ADD CONSTRAINT "needing_unique" UNIQUE ("a", "b");
ALTER TABLE "needing" ADD CONSTRAINT "needing_author" FOREIGN KEY ("a") REFERENCES "authors" ("id");
ALTER TABLE "needing" ADD CONSTRAINT "needing_both" CHECK ((a > 0) OR (b > 0));
CREATE INDEX "needing_expression" ON "needing" ((a + b));
CREATE INDEX "needing_include" ON "needing" ("c") INCLUDE ("a");
CREATE INDEX "needing_two" ON "needing" ("b", "a");
CREATE INDEX "needing_where" ON "needing" ("b") WHERE a > 5;
