-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "readings has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'readings' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_readings" (
    "id" integer NOT NULL CONSTRAINT "pk-readings" PRIMARY KEY AUTOINCREMENT,
    "code" varchar(20) NOT NULL DEFAULT 'seven',
    "amount" integer NOT NULL DEFAULT 2,
    "level" integer NOT NULL DEFAULT 3,
    "active" integer NOT NULL DEFAULT 1
);
INSERT INTO "_limbeck_rebuild_readings" ("id", "code", "amount", "level", "active") SELECT "id", "code", "amount", "level", "active" FROM "readings" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_readings';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_readings', seq FROM sqlite_sequence WHERE name = 'readings';
DROP TABLE "readings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_readings" RENAME TO "readings";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of readings refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('readings');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "readings has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'readings' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_readings" (
    "id" integer NOT NULL CONSTRAINT "pk-readings" PRIMARY KEY AUTOINCREMENT,
    "code" integer NOT NULL DEFAULT 7,
    "amount" varchar(12) NOT NULL DEFAULT '1',
    "level" integer NOT NULL DEFAULT 3,
    "active" boolean NOT NULL DEFAULT TRUE
);
INSERT INTO "_limbeck_rebuild_readings" ("id", "code", "amount", "level", "active") SELECT "id", "code", "amount", "level", "active" FROM "readings" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_readings';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_readings', seq FROM sqlite_sequence WHERE name = 'readings';
DROP TABLE "readings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_readings" RENAME TO "readings";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of readings refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('readings');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
