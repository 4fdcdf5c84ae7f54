-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "ranges has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'ranges' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_ranges" (
    "id" integer NOT NULL CONSTRAINT "pk-ranges" PRIMARY KEY AUTOINCREMENT,
    "status" varchar(12) NOT NULL,
    "low" integer NOT NULL,
    "high" integer,
    CONSTRAINT "ck-ranges-high" CHECK (high IS NULL OR (high >= low AND NOT high = 13)),
    CONSTRAINT "ck-ranges-low" CHECK (low BETWEEN -5 AND 100),
    CONSTRAINT "ck-ranges-status" CHECK (status IN ('new', 'old') OR status LIKE 'x%')
);
INSERT INTO "_limbeck_rebuild_ranges" ("id", "status", "low", "high") SELECT "id", "status", "low", "high" FROM "ranges" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_ranges';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_ranges', seq FROM sqlite_sequence WHERE name = 'ranges';
DROP TABLE "ranges";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_ranges" RENAME TO "ranges";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of ranges refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('ranges');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "ranges has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'ranges' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_ranges" (
    "id" integer NOT NULL CONSTRAINT "pk-ranges" PRIMARY KEY AUTOINCREMENT,
    "status" varchar(12) NOT NULL,
    "low" integer NOT NULL,
    "high" integer
);
INSERT INTO "_limbeck_rebuild_ranges" ("id", "status", "low", "high") SELECT "id", "status", "low", "high" FROM "ranges" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_ranges';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_ranges', seq FROM sqlite_sequence WHERE name = 'ranges';
DROP TABLE "ranges";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_ranges" RENAME TO "ranges";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of ranges refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('ranges');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
