-- upgrade
ALTER TABLE "towns" DROP CONSTRAINT "fk-towns-country_code";
ALTER TABLE "countries" DROP CONSTRAINT "uq-countries-code";
ALTER TABLE "towns" ADD COLUMN "country_id" integer;
ALTER TABLE "towns" ADD CONSTRAINT "fk-towns-country_id" FOREIGN KEY ("country_id") REFERENCES "countries" ("id");
ALTER TABLE "towns" DROP COLUMN "country_code";
-- downgrade
ALTER TABLE "towns" ADD COLUMN "country_code" character varying;
ALTER TABLE "towns" DROP CONSTRAINT "fk-towns-country_id";
ALTER TABLE "towns" DROP COLUMN "country_id";
ALTER TABLE "countries" ADD CONSTRAINT "uq-countries-code" UNIQUE ("code");
ALTER TABLE "towns" ADD CONSTRAINT "fk-towns-country_code" FOREIGN KEY ("country_code") REFERENCES "countries" ("code");
