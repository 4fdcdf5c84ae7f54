-- upgrade
ALTER TABLE "keepers" RENAME TO "people";
ALTER TABLE "people" RENAME COLUMN "nick" TO "name";
-- downgrade
ALTER TABLE "people" RENAME COLUMN "name" TO "nick";
ALTER TABLE "people" RENAME TO "keepers";
