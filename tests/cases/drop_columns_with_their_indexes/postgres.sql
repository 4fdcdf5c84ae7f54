-- upgrade
ALTER TABLE "animals" DROP CONSTRAINT "fk-animals-owner_id";
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-chip";
DROP INDEX "idx-animals-nickname";
ALTER TABLE "animals" DROP COLUMN "chip";
ALTER TABLE "animals" DROP COLUMN "nickname";
ALTER TABLE "animals" DROP COLUMN "owner_id";
-- downgrade
ALTER TABLE "animals" ADD COLUMN "owner_id" integer;
ALTER TABLE "animals" ADD COLUMN "nickname" character varying;
ALTER TABLE "animals" ADD COLUMN "chip" character varying;
CREATE INDEX "idx-animals-nickname" ON "animals" ("nickname");
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-chip" UNIQUE ("chip");
ALTER TABLE "animals" ADD CONSTRAINT "fk-animals-owner_id" FOREIGN KEY ("owner_id") REFERENCES "users" ("id");
