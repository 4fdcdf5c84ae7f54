-- upgrade
ALTER TABLE "animals" ALTER COLUMN "age" TYPE bigint;
ALTER TABLE "animals" ALTER COLUMN "code" TYPE text;
UPDATE "animals" SET "age" = 0 WHERE "age" IS NULL;
UPDATE "animals" SET "code" = '' WHERE "code" IS NULL;
UPDATE "animals" SET "legs" = 4 WHERE "legs" IS NULL;
UPDATE "animals" SET "name" = 'nobody' WHERE "name" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "age" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "code" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "legs" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "name" SET NOT NULL;
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "name" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "legs" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "code" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "age" DROP NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "code" TYPE character varying(20);
ALTER TABLE "animals" ALTER COLUMN "age" TYPE integer;
