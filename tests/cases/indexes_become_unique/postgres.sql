-- upgrade
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-cage";
DROP INDEX "idx-animals-chip";
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-chip" UNIQUE ("chip");
CREATE INDEX "idx-animals-cage" ON "animals" ("cage");
-- downgrade
DROP INDEX "idx-animals-cage";
ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-chip";
CREATE INDEX "idx-animals-chip" ON "animals" ("chip");
ALTER TABLE "animals" ADD CONSTRAINT "uq-animals-cage" UNIQUE ("cage");
