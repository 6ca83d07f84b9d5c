ALTER TABLE "authors" ADD COLUMN "rank" integer NOT NULL DEFAULT -1;
