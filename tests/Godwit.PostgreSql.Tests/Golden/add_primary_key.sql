ALTER TABLE "keyless" ADD PRIMARY KEY ("a", "b");

-- back
ALTER TABLE "keyless" DROP CONSTRAINT "keyless_pkey";
