-- upgrade
ALTER TYPE "mood" ADD VALUE 'asleep' BEFORE 'calm';
-- COMMIT: what follows uses labels that come above;
ALTER TABLE "animals" ALTER COLUMN "mood" SET DEFAULT 'asleep';
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "mood" SET DEFAULT 'calm';
ALTER TYPE "mood" RENAME TO "mood_limbeck_previous";
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
ALTER TABLE "animals" ALTER COLUMN "mood" DROP DEFAULT, ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood", ALTER COLUMN "mood" SET DEFAULT 'calm';
DROP TYPE "mood_limbeck_previous";
