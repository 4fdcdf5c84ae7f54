-- upgrade
ALTER TYPE "type" ADD VALUE 'where';
DROP INDEX "idx-group-column";
ALTER TABLE "group" ALTER COLUMN "column" TYPE bigint;
CREATE UNIQUE INDEX "idx-group-key" ON "group" ("table", "column");
ALTER TABLE "references" DROP CONSTRAINT "fk-references-group";
ALTER TABLE "references" ADD COLUMN "index" integer;
CREATE INDEX "idx-references-index" ON "references" ("index");
ALTER TABLE "references" ADD CONSTRAINT "fk-references-group" FOREIGN KEY ("group") REFERENCES "group" ("id") ON UPDATE CASCADE;
-- downgrade
ALTER TABLE "references" DROP CONSTRAINT "fk-references-group";
DROP INDEX "idx-references-index";
ALTER TABLE "references" DROP COLUMN "index";
ALTER TABLE "references" ADD CONSTRAINT "fk-references-group" FOREIGN KEY ("group") REFERENCES "group" ("id");
DROP INDEX "idx-group-key";
ALTER TABLE "group" ALTER COLUMN "column" TYPE integer;
CREATE INDEX "idx-group-column" ON "group" ("column");
ALTER TYPE "type" RENAME TO "type_limbeck_previous";
CREATE TYPE "type" AS ENUM ('select', 'from');
ALTER TABLE "group" ALTER COLUMN "order" TYPE "type" USING "order"::text::"type";
DROP TYPE "type_limbeck_previous";
