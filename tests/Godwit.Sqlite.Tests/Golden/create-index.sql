CREATE INDEX "authors_name_index" ON "authors" ("name" COLLATE "NOCASE", "joined" DESC);
