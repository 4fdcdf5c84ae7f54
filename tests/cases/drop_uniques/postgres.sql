-- upgrade
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-chip";
DROP INDEX "idx-animals-place";
-- downgrade
CREATE UNIQUE INDEX "idx-animals-place" ON "animals" ("shelter", "cage");
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-chip" UNIQUE ("chip");
