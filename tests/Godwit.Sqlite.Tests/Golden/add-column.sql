ALTER TABLE "authors" ADD COLUMN "country" varchar;
