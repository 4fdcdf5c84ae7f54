-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "note" text NOT NULL,
    "legs" integer NOT NULL,
    "weight" real(6, 2) NOT NULL,
    "tame" boolean NOT NULL,
    "seen_at" timestamp_with_timezone_text NOT NULL,
    "chip" uuid_text NOT NULL,
    "size" enum_text NOT NULL
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "name", "note", "legs", "weight", "tame", "seen_at", "chip", "size") SELECT "id", "name", 'it''s \ new', 4, 1.5, TRUE, CURRENT_TIMESTAMP, X'00000000000000000000000000000001', 'small' FROM "animals" ORDER BY rowid;
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
-- downgrade
ALTER TABLE "animals" DROP COLUMN "size";
ALTER TABLE "animals" DROP COLUMN "chip";
ALTER TABLE "animals" DROP COLUMN "seen_at";
ALTER TABLE "animals" DROP COLUMN "tame";
ALTER TABLE "animals" DROP COLUMN "weight";
ALTER TABLE "animals" DROP COLUMN "legs";
ALTER TABLE "animals" DROP COLUMN "note";
