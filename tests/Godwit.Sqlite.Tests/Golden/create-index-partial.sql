CREATE UNIQUE INDEX "authors_name_unique" ON "authors" ("name") WHERE email IS NOT NULL;
