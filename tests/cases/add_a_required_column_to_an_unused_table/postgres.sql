-- upgrade
ALTER TABLE "animals" ADD COLUMN "shelter" integer NOT NULL;
-- downgrade
ALTER TABLE "animals" DROP COLUMN "shelter";
