-- upgrade
ALTER TABLE "animals" ALTER COLUMN "name" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "visits" DROP NOT NULL;
-- downgrade
UPDATE "animals" SET "visits" = 1 WHERE "visits" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "visits" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "name" SET NOT NULL;
