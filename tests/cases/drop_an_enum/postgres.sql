-- upgrade
ALTER TABLE "animals" DROP COLUMN "mood";
DROP TYPE "mood";
-- downgrade
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
ALTER TABLE "animals" ADD COLUMN "mood" "mood" DEFAULT 'calm' NOT NULL;
