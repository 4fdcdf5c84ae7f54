-- upgrade
ALTER TABLE "counters" ADD COLUMN "number" bigint;
ALTER TABLE "counters" ADD COLUMN "big" bigint;
ALTER TABLE "counters" ALTER COLUMN "small" TYPE bigint;
-- downgrade
ALTER TABLE "counters" ALTER COLUMN "small" TYPE integer;
ALTER TABLE "counters" DROP COLUMN "big";
ALTER TABLE "counters" DROP COLUMN "number";
