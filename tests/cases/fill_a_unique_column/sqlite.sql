-- upgrade
ALTER TABLE "animals" ADD COLUMN "number" integer;
ALTER TABLE "animals" ADD COLUMN "legs" integer;
UPDATE "animals" SET "number" = (id) WHERE "number" IS NULL;
UPDATE "animals" SET "legs" = 4 WHERE "legs" IS NULL;
UPDATE "animals" SET "chip" = (0 - id) WHERE "chip" IS NULL;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "chip" integer NOT NULL,
    "number" integer NOT NULL,
    "legs" integer NOT NULL,
    CONSTRAINT "uq-animals-chip" UNIQUE ("chip"),
    CONSTRAINT "uq-animals-number" UNIQUE ("number")
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "chip", "number", "legs") SELECT "id", "chip", "number", "legs" FROM "animals" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_animals';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_animals', seq FROM sqlite_sequence WHERE name = 'animals';
DROP TABLE "animals";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_animals" RENAME TO "animals";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-animals-legs" ON "animals" ("legs");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of animals refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('animals');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ('idx-animals-legs');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "chip" integer
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "chip") SELECT "id", "chip" FROM "animals" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_animals';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_animals', seq FROM sqlite_sequence WHERE name = 'animals';
DROP TABLE "animals";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_animals" RENAME TO "animals";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of animals refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('animals');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
