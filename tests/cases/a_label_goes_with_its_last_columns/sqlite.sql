-- upgrade
ALTER TABLE "papers" DROP COLUMN "previous_state";
DROP TABLE "scraps";
-- downgrade
CREATE TABLE "scraps" (
    "id" integer NOT NULL CONSTRAINT "pk-scraps" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL
);
ALTER TABLE "papers" ADD COLUMN "previous_state" enum_text;
