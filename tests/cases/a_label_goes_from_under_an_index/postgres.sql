-- upgrade
ALTER TYPE "state" RENAME TO "state_limbeck_previous";
CREATE TYPE "state" AS ENUM ('open', 'closed');
ALTER TABLE "tickets" DROP CONSTRAINT "ck_title";
DROP INDEX "ix_open";
ALTER TABLE "tickets" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" TYPE "state" USING "state"::text::"state", ALTER COLUMN "state" SET DEFAULT 'open';
ALTER TABLE "tickets" ADD CONSTRAINT "ck_title" CHECK (state = 'closed' OR title <> 'x');
CREATE INDEX "ix_open" ON "tickets" ("title") WHERE state = 'open';
DROP TYPE "state_limbeck_previous";
-- downgrade
ALTER TYPE "state" ADD VALUE 'archived' BEFORE 'closed';
