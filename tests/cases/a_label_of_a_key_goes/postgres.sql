-- upgrade
ALTER TYPE "day" RENAME TO "day_limbeck_previous";
CREATE TYPE "day" AS ENUM ('mon', 'noon', 'tue', 'wed');
ALTER TABLE "slots" ALTER COLUMN "day" TYPE "day" USING "day"::text::"day", ALTER COLUMN "other" TYPE "day" USING "other"::text::"day";
DROP TYPE "day_limbeck_previous";
-- downgrade
ALTER TYPE "day" RENAME TO "day_limbeck_previous";
CREATE TYPE "day" AS ENUM ('mon', 'tue', 'wed', 'thu');
ALTER TABLE "slots" ALTER COLUMN "day" TYPE "day" USING "day"::text::"day", ALTER COLUMN "other" TYPE "day" USING "other"::text::"day";
DROP TYPE "day_limbeck_previous";
