CREATE INDEX "authors_lower_index" ON "authors" ((lower(name)));
