-- upgrade
ALTER TYPE "mood" RENAME VALUE 'calm' TO 'Calm';
-- downgrade
ALTER TYPE "mood" RENAME VALUE 'Calm' TO 'calm';
