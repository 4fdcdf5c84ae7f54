-- upgrade
ALTER TABLE "counters" ADD COLUMN "number" integer;
ALTER TABLE "counters" ADD COLUMN "big" integer;
-- downgrade
ALTER TABLE "counters" DROP COLUMN "big";
ALTER TABLE "counters" DROP COLUMN "number";
