ALTER TABLE "mixed" ALTER COLUMN "flag" TYPE numeric(10,2) USING "flag"::integer::numeric(10,2);
ALTER TABLE "mixed" ALTER COLUMN "amount" TYPE boolean USING "amount" <> 0;
ALTER TABLE "mixed" ALTER COLUMN "day" TYPE date USING "day"::text::date;
ALTER TABLE "mixed" ALTER COLUMN "mood" TYPE "temper" USING "mood"::text::"temper";

-- back
ALTER TABLE "mixed" ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood";
ALTER TABLE "mixed" ALTER COLUMN "day" TYPE integer USING "day"::text::integer;
ALTER TABLE "mixed" ALTER COLUMN "amount" TYPE numeric(10,2) USING "amount"::integer::numeric(10,2);
ALTER TABLE "mixed" ALTER COLUMN "flag" TYPE boolean USING "flag" <> 0;
