-- upgrade
ALTER TABLE "animals" DROP COLUMN "mood";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "mood" enum_text NOT NULL DEFAULT 'calm';
