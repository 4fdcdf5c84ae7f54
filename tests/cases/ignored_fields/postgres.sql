-- upgrade
ALTER TABLE "animals" ADD COLUMN "nickname" character varying;
-- downgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
