-- upgrade
ALTER TABLE "animals" ALTER COLUMN "mood" DROP DEFAULT;
ALTER TYPE "mood" RENAME TO "mood_limbeck_previous";
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
ALTER TABLE "animals" ALTER COLUMN "mood" TYPE "mood" USING "mood"::text::"mood";
DROP TYPE "mood_limbeck_previous";
ALTER TABLE "animals" ALTER COLUMN "mood" SET DEFAULT 'calm';
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "mood" DROP DEFAULT;
ALTER TYPE "mood" ADD VALUE 'curious' BEFORE 'wild';
-- COMMIT: what follows uses labels that come above;
ALTER TABLE "animals" ALTER COLUMN "mood" SET DEFAULT 'curious';
