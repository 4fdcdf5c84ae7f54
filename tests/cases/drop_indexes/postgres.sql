-- upgrade
DROP INDEX "idx-animals-name";
DROP INDEX "idx-animals-shelter";
-- downgrade
CREATE INDEX "idx-animals-shelter" ON "animals" ("shelter");
CREATE INDEX "idx-animals-name" ON "animals" ("name");
