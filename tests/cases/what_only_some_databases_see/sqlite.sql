-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "alarms has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'alarms' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_alarms" (
    "id" integer NOT NULL CONSTRAINT "pk-alarms" PRIMARY KEY AUTOINCREMENT,
    "count" integer NOT NULL,
    "text" varchar(128) NOT NULL,
    "level" enum_text NOT NULL
);
INSERT INTO "_limbeck_rebuild_alarms" ("id", "count", "text", "level") SELECT "id", "count", "text", "level" FROM "alarms" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_alarms';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_alarms', seq FROM sqlite_sequence WHERE name = 'alarms';
DROP TABLE "alarms";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_alarms" RENAME TO "alarms";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of alarms refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('alarms');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "alarms has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'alarms' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_alarms" (
    "id" integer NOT NULL CONSTRAINT "pk-alarms" PRIMARY KEY AUTOINCREMENT,
    "count" integer NOT NULL,
    "text" varchar(64) NOT NULL,
    "level" enum_text NOT NULL
);
INSERT INTO "_limbeck_rebuild_alarms" ("id", "count", "text", "level") SELECT "id", "count", "text", "level" FROM "alarms" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_alarms';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_alarms', seq FROM sqlite_sequence WHERE name = 'alarms';
DROP TABLE "alarms";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_alarms" RENAME TO "alarms";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of alarms refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('alarms');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
