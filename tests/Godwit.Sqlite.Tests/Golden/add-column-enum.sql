ALTER TABLE "authors" ADD COLUMN "kind" varchar CONSTRAINT "authors_kind_check" CHECK ("kind" IN ('human', 'other'));
