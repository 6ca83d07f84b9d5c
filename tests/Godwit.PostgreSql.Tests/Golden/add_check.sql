ALTER TABLE "authors" ADD CHECK (age > 0);
ALTER TABLE "authors" ADD CONSTRAINT "grown" CHECK (age >= 18) NOT VALID;
