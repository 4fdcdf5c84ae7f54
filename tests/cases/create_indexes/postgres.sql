-- upgrade
CREATE INDEX "idx-animals-name" ON "animals" ("name");
CREATE INDEX "idx-animals-shelter" ON "animals" ("shelter");
-- downgrade
DROP INDEX "idx-animals-shelter";
DROP INDEX "idx-animals-name";
