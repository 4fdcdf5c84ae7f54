-- upgrade
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-chip" UNIQUE ("chip");
CREATE UNIQUE INDEX "idx-animals-place" ON "animals" ("shelter", "cage");
-- downgrade
DROP INDEX "idx-animals-place";
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-chip";
