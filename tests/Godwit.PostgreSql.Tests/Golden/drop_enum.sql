DROP TYPE "mood";

-- back
CREATE TYPE "mood" AS ENUM ('happy', 'sad');
