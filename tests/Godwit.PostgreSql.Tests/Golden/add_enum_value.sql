ALTER TYPE "mood" ADD VALUE 'ok' BEFORE 'sad';
ALTER TYPE "mood" ADD VALUE 'great' AFTER 'happy';
ALTER TYPE "mood" ADD VALUE IF NOT EXISTS 'worst';
