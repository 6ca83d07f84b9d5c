ALTER TABLE "authors" SET UNLOGGED;
ALTER TABLE "authors" SET (fillfactor=80, autovacuum_enabled=false);

-- back
ALTER TABLE "authors" SET LOGGED;
ALTER TABLE "authors" RESET (fillfactor, autovacuum_enabled);
