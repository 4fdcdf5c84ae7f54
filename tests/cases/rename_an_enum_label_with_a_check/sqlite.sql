-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "mood" enum_text NOT NULL DEFAULT 'Calm',
    "name" varchar NOT NULL,
    "weight" integer NOT NULL,
    CONSTRAINT "ck_mood" CHECK (mood <> 'Calm' OR weight IS NOT NULL),
    CONSTRAINT "ck_name" CHECK (name <> 'calm')
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "mood", "name", "weight") SELECT "id", CASE WHEN "mood" = 'calm' THEN 'Calm' ELSE "mood" END, "name", "weight" FROM "animals" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_animals';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_animals', seq FROM sqlite_sequence WHERE name = 'animals';
DROP TABLE "animals";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_animals" RENAME TO "animals";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "mood" enum_text NOT NULL DEFAULT 'calm',
    "name" varchar NOT NULL,
    "weight" integer NOT NULL,
    CONSTRAINT "ck_mood" CHECK (mood <> 'calm' OR weight IS NOT NULL),
    CONSTRAINT "ck_name" CHECK (name <> 'calm')
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "mood", "name", "weight") SELECT "id", CASE WHEN "mood" = 'Calm' THEN 'calm' ELSE "mood" END, "name", "weight" FROM "animals" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_animals';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_animals', seq FROM sqlite_sequence WHERE name = 'animals';
DROP TABLE "animals";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_animals" RENAME TO "animals";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
