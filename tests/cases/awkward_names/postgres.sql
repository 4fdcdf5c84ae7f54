-- upgrade
ALTER TABLE "order" ADD COLUMN "select" integer DEFAULT 0 NOT NULL;
ALTER TABLE "order" ADD COLUMN "Unit Price" integer DEFAULT 1 NOT NULL;
ALTER TABLE "order" ADD COLUMN "grün" integer;
ALTER TABLE "order" ADD COLUMN "camelCase" integer;
ALTER TABLE "order" ADD COLUMN "type" character varying;
ALTER TABLE "order" ADD CONSTRAINT "uq-order-grün" UNIQUE ("grün");
CREATE INDEX "idx-order-camelCase" ON "order" ("camelCase");
CREATE INDEX "idx-order-select" ON "order" ("select");
-- downgrade
DROP INDEX "idx-order-select";
DROP INDEX "idx-order-camelCase";
ALTER TABLE "order" DROP CONSTRAINT "uq-order-grün";
ALTER TABLE "order" DROP COLUMN "type";
ALTER TABLE "order" DROP COLUMN "camelCase";
ALTER TABLE "order" DROP COLUMN "grün";
ALTER TABLE "order" DROP COLUMN "Unit Price";
ALTER TABLE "order" DROP COLUMN "select";
