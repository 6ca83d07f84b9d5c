ALTER TYPE "mood" RENAME VALUE 'sad' TO 'blue';

-- back
ALTER TYPE "mood" RENAME VALUE 'blue' TO 'sad';
