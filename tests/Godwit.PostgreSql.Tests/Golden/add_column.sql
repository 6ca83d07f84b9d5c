ALTER TABLE "authors" ADD COLUMN "city" varchar(255);
COMMENT ON COLUMN "authors"."city" IS 'Where';

-- back
ALTER TABLE "authors" DROP COLUMN "city";
