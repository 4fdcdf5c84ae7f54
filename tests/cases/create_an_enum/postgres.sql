-- upgrade
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
ALTER TABLE "animals" ADD COLUMN "mood" "mood";
ALTER TABLE "animals" ADD COLUMN "usual_mood" "mood" DEFAULT 'calm' NOT NULL;
-- downgrade
ALTER TABLE "animals" DROP COLUMN "usual_mood";
ALTER TABLE "animals" DROP COLUMN "mood";
DROP TYPE "mood";
