-- upgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
ALTER TABLE "animals" DROP COLUMN "weight";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "weight" double precision NOT NULL;
ALTER TABLE "animals" ADD COLUMN "nickname" character varying NOT NULL;
