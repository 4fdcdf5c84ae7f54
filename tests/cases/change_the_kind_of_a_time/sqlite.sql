-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "visits has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'visits' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_visits" (
    "id" integer NOT NULL CONSTRAINT "pk-visits" PRIMARY KEY AUTOINCREMENT,
    "day" datetime_text NOT NULL,
    "seen_at" timestamp_with_timezone_text NOT NULL,
    "price" real(12, 2) NOT NULL
);
INSERT INTO "_limbeck_rebuild_visits" ("id", "day", "seen_at", "price") SELECT "id", "day", "seen_at", "price" FROM "visits" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_visits';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_visits', seq FROM sqlite_sequence WHERE name = 'visits';
DROP TABLE "visits";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_visits" RENAME TO "visits";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of visits refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('visits');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "visits has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'visits' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_visits" (
    "id" integer NOT NULL CONSTRAINT "pk-visits" PRIMARY KEY AUTOINCREMENT,
    "day" date_text NOT NULL,
    "seen_at" datetime_text NOT NULL,
    "price" double NOT NULL
);
INSERT INTO "_limbeck_rebuild_visits" ("id", "day", "seen_at", "price") SELECT "id", "day", "seen_at", "price" FROM "visits" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_visits';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_visits', seq FROM sqlite_sequence WHERE name = 'visits';
DROP TABLE "visits";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_visits" RENAME TO "visits";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of visits refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('visits');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
