-- upgrade
ALTER TABLE "parcels" DROP COLUMN "area";
ALTER TABLE "parcels" ADD COLUMN "area" integer GENERATED ALWAYS AS (width + height) STORED;
-- downgrade
ALTER TABLE "parcels" DROP COLUMN "area";
ALTER TABLE "parcels" ADD COLUMN "area" integer GENERATED ALWAYS AS (width * height) STORED;
