-- upgrade
ALTER TABLE "lists" ADD COLUMN "moments" timestamp with time zone[];
ALTER TABLE "lists" ADD COLUMN "flags" boolean[] DEFAULT '{}' NOT NULL;
ALTER TABLE "lists" ALTER COLUMN "numbers" TYPE bigint[];
ALTER TABLE "lists" ALTER COLUMN "words" DROP NOT NULL;
ALTER TABLE "lists" DROP COLUMN "gone";
-- downgrade
ALTER TABLE "lists" ADD COLUMN "gone" uuid[];
ALTER TABLE "lists" ALTER COLUMN "words" SET NOT NULL;
ALTER TABLE "lists" ALTER COLUMN "numbers" TYPE integer[];
ALTER TABLE "lists" DROP COLUMN "flags";
ALTER TABLE "lists" DROP COLUMN "moments";
