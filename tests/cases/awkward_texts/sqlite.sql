-- upgrade
ALTER TABLE "notes" ADD COLUMN "quoted" varchar NOT NULL DEFAULT 'it''s 100 % "so"';
ALTER TABLE "notes" ADD COLUMN "path" varchar NOT NULL DEFAULT 'C:\temp\new';
ALTER TABLE "notes" ADD COLUMN "question" varchar NOT NULL DEFAULT 'why? $1 :name';
ALTER TABLE "notes" ADD COLUMN "horse" varchar NOT NULL DEFAULT 'žluťoučký kůň 🐎';
ALTER TABLE "notes" ADD COLUMN "empty" varchar NOT NULL DEFAULT '';
ALTER TABLE "notes" ADD COLUMN "flavour" enum_text;
-- downgrade
ALTER TABLE "notes" DROP COLUMN "flavour";
ALTER TABLE "notes" DROP COLUMN "empty";
ALTER TABLE "notes" DROP COLUMN "horse";
ALTER TABLE "notes" DROP COLUMN "question";
ALTER TABLE "notes" DROP COLUMN "path";
ALTER TABLE "notes" DROP COLUMN "quoted";
