ALTER TABLE "authors" ADD CONSTRAINT "apart" EXCLUDE USING gist ((box(point((age)::double precision, (age)::double precision), point((age)::double precision, (age)::double precision))) WITH &&) WHERE (age > 0);

-- back
ALTER TABLE "authors" DROP CONSTRAINT "apart";
