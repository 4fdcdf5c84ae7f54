-- upgrade
ALTER TYPE "level" ADD VALUE 'highest';
ALTER TABLE "alarms" ALTER COLUMN "count" TYPE bigint;
ALTER TABLE "alarms" ALTER COLUMN "text" TYPE character varying(128);
COMMENT ON COLUMN "alarms"."text" IS 'what is told';
-- downgrade
ALTER TABLE "alarms" ALTER COLUMN "text" TYPE character varying(64);
COMMENT ON COLUMN "alarms"."text" IS NULL;
ALTER TABLE "alarms" ALTER COLUMN "count" TYPE integer;
ALTER TYPE "level" RENAME TO "level_limbeck_previous";
CREATE TYPE "level" AS ENUM ('low', 'high');
ALTER TABLE "alarms" ALTER COLUMN "level" TYPE "level" USING "level"::text::"level";
DROP TYPE "level_limbeck_previous";
