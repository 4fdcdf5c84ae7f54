-- upgrade
ALTER TABLE "animals" ADD COLUMN "number" integer;
ALTER TABLE "animals" ADD COLUMN "legs" integer;
UPDATE "animals" SET "number" = id WHERE "number" IS NULL;
UPDATE "animals" SET "legs" = 4 WHERE "legs" IS NULL;
UPDATE "animals" SET "chip" = (0 - id) WHERE "chip" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "number" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "legs" SET NOT NULL;
ALTER TABLE "animals" ALTER COLUMN "chip" SET NOT NULL;
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-chip" UNIQUE ("chip");
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-number" UNIQUE ("number");
CREATE INDEX "idx-animals-legs" ON "animals" ("legs");
-- downgrade
DROP INDEX "idx-animals-legs";
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-number";
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-chip";
ALTER TABLE "animals" ALTER COLUMN "chip" DROP NOT NULL;
ALTER TABLE "animals" DROP COLUMN "legs";
ALTER TABLE "animals" DROP COLUMN "number";
