-- upgrade
ALTER TABLE "animals" ALTER COLUMN "born_on" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "name" SET NOT NULL;
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "name" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "born_on" DROP NOT NULL;
