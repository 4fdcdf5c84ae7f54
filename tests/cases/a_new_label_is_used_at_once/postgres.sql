-- upgrade
ALTER TYPE "state" ADD VALUE 'archived' BEFORE 'closed';
-- COMMIT: what follows uses labels that come above;
ALTER TABLE "tickets" ALTER COLUMN "state" SET DEFAULT 'archived';
CREATE INDEX "ix_archived" ON "tickets" ("title") WHERE state = 'archived';
ALTER TABLE "tickets" ADD CONSTRAINT "ck_archived" CHECK (state <> 'archived' OR title <> '');
-- downgrade
ALTER TABLE "tickets" DROP CONSTRAINT "ck_archived";
DROP INDEX "ix_archived";
ALTER TABLE "tickets" ALTER COLUMN "state" SET DEFAULT 'open';
ALTER TYPE "state" RENAME TO "state_limbeck_previous";
CREATE TYPE "state" AS ENUM ('open', 'closed');
ALTER TABLE "tickets" ALTER COLUMN "state" DROP DEFAULT, ALTER COLUMN "state" TYPE "state" USING "state"::text::"state", ALTER COLUMN "state" SET DEFAULT 'open';
DROP TYPE "state_limbeck_previous";
