ALTER TABLE "audit"."log" RENAME TO "entries";

-- back
ALTER TABLE "audit"."entries" RENAME TO "log";
