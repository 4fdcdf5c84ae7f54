-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "seconds has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'seconds' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_seconds" (
    "id" integer NOT NULL CONSTRAINT "pk-seconds" PRIMARY KEY AUTOINCREMENT,
    "first_id" integer,
    CONSTRAINT "fk-seconds-first_id" FOREIGN KEY ("first_id") REFERENCES "firsts" ("id")
);
INSERT INTO "_limbeck_rebuild_seconds" ("id") SELECT "id" FROM "seconds" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_seconds';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_seconds', seq FROM sqlite_sequence WHERE name = 'seconds';
DROP TABLE "seconds";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_seconds" RENAME TO "seconds";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of seconds refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('seconds');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
DROP TABLE "thirds";
-- downgrade
CREATE TABLE "thirds" (
    "id" integer NOT NULL CONSTRAINT "pk-thirds" PRIMARY KEY AUTOINCREMENT,
    "first_id" integer,
    CONSTRAINT "fk-thirds-first_id" FOREIGN KEY ("first_id") REFERENCES "firsts" ("id") ON DELETE CASCADE
);
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "seconds has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'seconds' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_seconds" (
    "id" integer NOT NULL CONSTRAINT "pk-seconds" PRIMARY KEY AUTOINCREMENT,
    "third_id" integer,
    CONSTRAINT "fk-seconds-third_id" FOREIGN KEY ("third_id") REFERENCES "thirds" ("id")
);
INSERT INTO "_limbeck_rebuild_seconds" ("id") SELECT "id" FROM "seconds" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_seconds';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_seconds', seq FROM sqlite_sequence WHERE name = 'seconds';
DROP TABLE "seconds";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_seconds" RENAME TO "seconds";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of seconds refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('seconds');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
