-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "notes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'notes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_notes" (
    "id" integer NOT NULL CONSTRAINT "pk-notes" PRIMARY KEY AUTOINCREMENT,
    "title" varchar(60) NOT NULL,
    "tag" varchar(40) NOT NULL,
    "body" text NOT NULL
);
INSERT INTO "_limbeck_rebuild_notes" ("id", "title", "tag", "body") SELECT "id", "title", "tag", "body" FROM "notes" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_notes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_notes', seq FROM sqlite_sequence WHERE name = 'notes';
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of notes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('notes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "notes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'notes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_notes" (
    "id" integer NOT NULL CONSTRAINT "pk-notes" PRIMARY KEY AUTOINCREMENT,
    "title" varchar(20) NOT NULL,
    "tag" varchar(80) NOT NULL,
    "body" varchar(100) NOT NULL
);
INSERT INTO "_limbeck_rebuild_notes" ("id", "title", "tag", "body") SELECT "id", "title", "tag", "body" FROM "notes" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_notes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_notes', seq FROM sqlite_sequence WHERE name = 'notes';
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of notes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('notes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
