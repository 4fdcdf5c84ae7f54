-- upgrade
ALTER TABLE "animals" ADD COLUMN "mood" enum_text;
ALTER TABLE "animals" ADD COLUMN "usual_mood" enum_text NOT NULL DEFAULT 'calm';
-- downgrade
ALTER TABLE "animals" DROP COLUMN "usual_mood";
ALTER TABLE "animals" DROP COLUMN "mood";
