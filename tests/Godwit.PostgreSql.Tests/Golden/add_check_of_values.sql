ALTER TABLE "authors" ADD CONSTRAINT "known" CHECK (name in ('Ada', 'Bob'));

-- back
ALTER TABLE "authors" DROP CONSTRAINT "known";
