-- upgrade
ALTER TABLE "animals" ALTER COLUMN "visits" TYPE bigint, ALTER COLUMN "visits" SET NOT NULL, ALTER COLUMN "visits" SET DEFAULT 0;
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "visits" TYPE integer, ALTER COLUMN "visits" DROP NOT NULL, ALTER COLUMN "visits" DROP DEFAULT;
