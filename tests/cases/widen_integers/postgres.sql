-- upgrade
ALTER TABLE "counters" ALTER COLUMN "maybe" TYPE bigint;
ALTER TABLE "counters" ALTER COLUMN "number" TYPE bigint;
ALTER TABLE "counters" ALTER COLUMN "small" TYPE integer;
-- downgrade
ALTER TABLE "counters" ALTER COLUMN "small" TYPE smallint;
ALTER TABLE "counters" ALTER COLUMN "number" TYPE integer;
ALTER TABLE "counters" ALTER COLUMN "maybe" TYPE integer;
