-- upgrade
ALTER TABLE "animals" ADD COLUMN "nickname" varchar;
-- downgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
