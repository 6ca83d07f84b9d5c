CREATE INDEX "places_at" ON "places" USING gist ("at");

-- back
DROP INDEX "places_at";
