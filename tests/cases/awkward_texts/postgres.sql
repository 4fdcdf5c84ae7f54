-- upgrade
CREATE TYPE "flavour" AS ENUM (E'it\'s', 'a, b', E'back\\slash');
ALTER TABLE "notes" ADD COLUMN "quoted" character varying DEFAULT 'it''s 100 % "so"' NOT NULL;
COMMENT ON COLUMN "notes"."quoted" IS 'don''t; "ever" -- 50 %';
ALTER TABLE "notes" ADD COLUMN "path" character varying DEFAULT E'C:\\temp\\new' NOT NULL;
ALTER TABLE "notes" ADD COLUMN "question" character varying DEFAULT 'why? $1 :name' NOT NULL;
ALTER TABLE "notes" ADD COLUMN "horse" character varying DEFAULT 'žluťoučký kůň 🐎' NOT NULL;
ALTER TABLE "notes" ADD COLUMN "empty" character varying DEFAULT '' NOT NULL;
ALTER TABLE "notes" ADD COLUMN "flavour" "flavour";
-- downgrade
ALTER TABLE "notes" DROP COLUMN "flavour";
ALTER TABLE "notes" DROP COLUMN "empty";
ALTER TABLE "notes" DROP COLUMN "horse";
ALTER TABLE "notes" DROP COLUMN "question";
ALTER TABLE "notes" DROP COLUMN "path";
ALTER TABLE "notes" DROP COLUMN "quoted";
DROP TYPE "flavour";
