-- upgrade
ALTER TABLE "animals" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" TYPE "temper" USING "state"::text::"temper", ALTER COLUMN "state" SET DEFAULT 'calm';
DROP TYPE "mood";
-- downgrade
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
ALTER TABLE "animals" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" TYPE "mood" USING "state"::text::"mood", ALTER COLUMN "state" SET DEFAULT 'calm';
