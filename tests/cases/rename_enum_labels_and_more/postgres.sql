-- upgrade
ALTER TABLE "animals" RENAME TO "beasts";
ALTER TABLE "beasts" RENAME COLUMN "mood" TO "state";
ALTER TYPE "mood" RENAME VALUE 'wild' TO 'furious';
ALTER TYPE "mood" RENAME VALUE 'calm' TO 'wild';
ALTER TYPE "mood" ADD VALUE 'asleep' BEFORE 'wild';
-- COMMIT: what follows uses labels that come above;
ALTER TABLE "beasts" ALTER COLUMN "state" SET DEFAULT 'asleep';
-- downgrade
ALTER TABLE "beasts" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "mood" RENAME TO "mood_limbeck_previous";
CREATE TYPE "mood" AS ENUM ('wild', 'furious');
ALTER TABLE "beasts" ALTER COLUMN "state" TYPE "mood" USING "state"::text::"mood", ALTER COLUMN "usual" DROP DEFAULT, ALTER COLUMN "usual" TYPE "mood" USING "usual"::text::"mood", ALTER COLUMN "usual" SET DEFAULT 'furious';
DROP TYPE "mood_limbeck_previous";
ALTER TYPE "mood" RENAME VALUE 'wild' TO 'calm';
ALTER TYPE "mood" RENAME VALUE 'furious' TO 'wild';
ALTER TABLE "beasts" RENAME COLUMN "state" TO "mood";
ALTER TABLE "beasts" RENAME TO "animals";
