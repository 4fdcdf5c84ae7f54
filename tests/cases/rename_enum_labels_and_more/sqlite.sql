-- upgrade
ALTER TABLE "animals" RENAME TO "beasts";
ALTER TABLE "beasts" RENAME COLUMN "mood" TO "state";
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "beasts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'beasts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_beasts" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL,
    "usual" enum_text NOT NULL DEFAULT 'furious'
);
INSERT INTO "_limbeck_rebuild_beasts" ("id", "state", "usual") SELECT "id", CASE WHEN "state" = 'wild' THEN 'furious' ELSE "state" END, CASE WHEN "usual" = 'wild' THEN 'furious' ELSE "usual" END FROM "beasts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_beasts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_beasts', seq FROM sqlite_sequence WHERE name = 'beasts';
DROP TABLE "beasts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_beasts" RENAME TO "beasts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
UPDATE "beasts" SET "state" = 'wild' WHERE "state" = 'calm';
UPDATE "beasts" SET "usual" = 'wild' WHERE "usual" = 'calm';
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "beasts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'beasts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_beasts" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL DEFAULT 'asleep',
    "usual" enum_text NOT NULL DEFAULT 'furious'
);
INSERT INTO "_limbeck_rebuild_beasts" ("id", "state", "usual") SELECT "id", "state", "usual" FROM "beasts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_beasts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_beasts', seq FROM sqlite_sequence WHERE name = 'beasts';
DROP TABLE "beasts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_beasts" RENAME TO "beasts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of beasts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('beasts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "beasts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'beasts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_beasts" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL,
    "usual" enum_text NOT NULL DEFAULT 'furious'
);
INSERT INTO "_limbeck_rebuild_beasts" ("id", "state", "usual") SELECT "id", "state", "usual" FROM "beasts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_beasts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_beasts', seq FROM sqlite_sequence WHERE name = 'beasts';
DROP TABLE "beasts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_beasts" RENAME TO "beasts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of beasts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('beasts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
UPDATE "beasts" SET "state" = 'calm' WHERE "state" = 'wild';
UPDATE "beasts" SET "usual" = 'calm' WHERE "usual" = 'wild';
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "beasts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'beasts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_beasts" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL,
    "usual" enum_text NOT NULL DEFAULT 'wild'
);
INSERT INTO "_limbeck_rebuild_beasts" ("id", "state", "usual") SELECT "id", CASE WHEN "state" = 'furious' THEN 'wild' ELSE "state" END, CASE WHEN "usual" = 'furious' THEN 'wild' ELSE "usual" END FROM "beasts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_beasts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_beasts', seq FROM sqlite_sequence WHERE name = 'beasts';
DROP TABLE "beasts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_beasts" RENAME TO "beasts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
ALTER TABLE "beasts" RENAME COLUMN "state" TO "mood";
ALTER TABLE "beasts" RENAME TO "animals";
