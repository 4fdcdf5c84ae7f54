-- upgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
ALTER TABLE "animals" DROP COLUMN "weight";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "weight" double precision;
UPDATE "animals" SET "weight" = 0 WHERE "weight" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "weight" SET NOT NULL;
ALTER TABLE "animals" ADD COLUMN "nickname" character varying;
UPDATE "animals" SET "nickname" = '' WHERE "nickname" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "nickname" SET NOT NULL;
