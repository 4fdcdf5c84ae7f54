-- upgrade
ALTER TABLE "names" DROP CONSTRAINT "uq-names-first";
DROP INDEX "idx-names-born";
DROP INDEX "idx-names-last";
ALTER TABLE "names" ADD CONSTRAINT "uq-names-place" UNIQUE ("place");
CREATE UNIQUE INDEX "idx-names-full" ON "names" ("first", "last");
CREATE INDEX "idx-names-year" ON "names" ("year");
-- downgrade
DROP INDEX "idx-names-year";
DROP INDEX "idx-names-full";
ALTER TABLE "names" DROP CONSTRAINT "uq-names-place";
CREATE INDEX "idx-names-last" ON "names" ("last");
CREATE UNIQUE INDEX "idx-names-born" ON "names" ("year", "place");
ALTER TABLE "names" ADD CONSTRAINT "uq-names-first" UNIQUE ("first");
