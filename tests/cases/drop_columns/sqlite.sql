-- upgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
ALTER TABLE "animals" DROP COLUMN "visits";
ALTER TABLE "animals" DROP COLUMN "weight";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "weight" double;
ALTER TABLE "animals" ADD COLUMN "visits" integer NOT NULL DEFAULT 7;
ALTER TABLE "animals" ADD COLUMN "nickname" varchar;
