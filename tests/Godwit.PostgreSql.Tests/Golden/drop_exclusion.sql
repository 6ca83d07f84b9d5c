ALTER TABLE "authors" DROP CONSTRAINT "apart";

-- back
ALTER TABLE "authors" ADD CONSTRAINT "apart" EXCLUDE USING hash ("age" WITH =);
