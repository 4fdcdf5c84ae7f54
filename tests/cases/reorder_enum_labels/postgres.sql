-- upgrade
ALTER TYPE "mood" RENAME TO "mood_limbeck_previous";
CREATE TYPE "mood" AS ENUM ('wild', 'calm', 'curious');
ALTER TABLE "animals" ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood";
DROP TYPE "mood_limbeck_previous";
-- downgrade
ALTER TYPE "mood" RENAME TO "mood_limbeck_previous";
CREATE TYPE "mood" AS ENUM ('calm', 'curious', 'wild');
ALTER TABLE "animals" ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood";
DROP TYPE "mood_limbeck_previous";
