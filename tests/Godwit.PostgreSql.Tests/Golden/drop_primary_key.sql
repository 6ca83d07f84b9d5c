ALTER TABLE "keyless" DROP CONSTRAINT "keyless_pkey";

-- back
ALTER TABLE "keyless" ADD CONSTRAINT "keyless_pkey" PRIMARY KEY ("a");
