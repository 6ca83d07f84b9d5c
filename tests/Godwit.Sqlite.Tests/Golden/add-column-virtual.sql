ALTER TABLE "authors" ADD COLUMN "letter" varchar GENERATED ALWAYS AS (substr(name, 1, 1)) VIRTUAL;
