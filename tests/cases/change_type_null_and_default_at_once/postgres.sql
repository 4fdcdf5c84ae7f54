-- upgrade
ALTER TABLE "animals" ALTER COLUMN "visits" TYPE bigint, ALTER COLUMN "visits" SET DEFAULT 0;
UPDATE "animals" SET "visits" = 0 WHERE "visits" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "visits" SET NOT NULL;
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "visits" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "visits" TYPE integer, ALTER COLUMN "visits" DROP DEFAULT;
