-- upgrade
ALTER TABLE "seats" DROP CONSTRAINT "ck-seats-letter";
DROP INDEX "idx-seats-seat";
CREATE UNIQUE INDEX "idx-seats-seat" ON "seats" ("hall", "number");
ALTER TABLE "seats" DROP COLUMN "letter";
-- downgrade
ALTER TABLE "seats" ADD COLUMN "letter" integer DEFAULT 1 NOT NULL;
DROP INDEX "idx-seats-seat";
CREATE UNIQUE INDEX "idx-seats-seat" ON "seats" ("hall", "number", "letter");
ALTER TABLE "seats" ADD CONSTRAINT "ck-seats-letter" CHECK (letter > 0);
