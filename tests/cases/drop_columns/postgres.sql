-- upgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
ALTER TABLE "animals" DROP COLUMN "visits";
ALTER TABLE "animals" DROP COLUMN "weight";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "weight" double precision;
ALTER TABLE "animals" ADD COLUMN "visits" integer DEFAULT 7 NOT NULL;
ALTER TABLE "animals" ADD COLUMN "nickname" character varying;
