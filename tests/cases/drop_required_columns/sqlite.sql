-- upgrade
ALTER TABLE "animals" DROP COLUMN "nickname";
ALTER TABLE "animals" DROP COLUMN "weight";
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "weight" double NOT NULL,
    "nickname" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "name", "weight", "nickname") SELECT "id", "name", 0, '' FROM "animals" ORDER BY rowid;
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
