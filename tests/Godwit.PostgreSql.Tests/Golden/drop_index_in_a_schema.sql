DROP INDEX "audit"."log_n";

-- back
CREATE INDEX "log_n" ON "audit"."log" ("n");
