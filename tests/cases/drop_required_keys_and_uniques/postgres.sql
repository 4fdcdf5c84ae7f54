-- upgrade
ALTER TABLE "animals" DROP CONSTRAINT "fk-animals-owner_id";
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-chip";
ALTER TABLE "animals" DROP COLUMN "chip";
ALTER TABLE "animals" DROP COLUMN "owner_id";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "owner_id" integer;
UPDATE "animals" SET "owner_id" = ((SELECT min(id) FROM owners)) WHERE "owner_id" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "owner_id" SET NOT NULL;
ALTER TABLE "animals" ADD COLUMN "chip" integer;
UPDATE "animals" SET "chip" = id WHERE "chip" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "chip" SET NOT NULL;
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-chip" UNIQUE ("chip");
ALTER TABLE "animals" ADD CONSTRAINT "fk-animals-owner_id" FOREIGN KEY ("owner_id") REFERENCES "owners" ("id");
