CREATE TYPE "mood" AS ENUM ('happy', 'it''s sad');

-- back
DROP TYPE "mood";
