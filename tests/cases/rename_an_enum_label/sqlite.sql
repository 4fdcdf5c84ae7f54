-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "animals has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'animals' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "mood" enum_text NOT NULL DEFAULT 'nosy, it''s said',
    "name" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "mood", "name") SELECT "id", CASE WHEN "mood" = 'curious' THEN 'nosy, it''s said' ELSE "mood" END, "name" FROM "animals" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_animals';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_animals', seq FROM sqlite_sequence WHERE name = 'animals';
DROP TABLE "animals";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_animals" RENAME TO "animals";
PRAGMA legacy_alter_table = OFF;
UPDATE "visits" SET "before" = 'nosy, it''s said' WHERE "before" = 'curious';
UPDATE "visits" SET "after" = 'nosy, it''s said' WHERE "after" = 'curious';
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
    "mood" enum_text NOT NULL DEFAULT 'curious',
    "name" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_animals" ("id", "mood", "name") SELECT "id", CASE WHEN "mood" = 'nosy, it''s said' THEN 'curious' ELSE "mood" END, "name" FROM "animals" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_animals';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_animals', seq FROM sqlite_sequence WHERE name = 'animals';
DROP TABLE "animals";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_animals" RENAME TO "animals";
PRAGMA legacy_alter_table = OFF;
UPDATE "visits" SET "before" = 'curious' WHERE "before" = 'nosy, it''s said';
UPDATE "visits" SET "after" = 'curious' WHERE "after" = 'nosy, it''s said';
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
