-- upgrade
ALTER TABLE "animals" ADD COLUMN "nickname" character varying;
ALTER TABLE "animals" ADD COLUMN "weight" double precision;
ALTER TABLE "animals" ADD COLUMN "born_on" date;
ALTER TABLE "animals" ADD COLUMN "fee" numeric(8,2);
-- downgrade
ALTER TABLE "animals" DROP COLUMN "fee";
ALTER TABLE "animals" DROP COLUMN "born_on";
ALTER TABLE "animals" DROP COLUMN "weight";
ALTER TABLE "animals" DROP COLUMN "nickname";
