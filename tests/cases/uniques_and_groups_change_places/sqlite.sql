-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "names has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'names' AND name NOT IN ('idx-names-born', 'idx-names-last');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_names" (
    "id" integer NOT NULL CONSTRAINT "pk-names" PRIMARY KEY AUTOINCREMENT,
    "first" varchar NOT NULL,
    "last" varchar NOT NULL,
    "year" integer NOT NULL,
    "place" integer NOT NULL,
    CONSTRAINT "uq-names-place" UNIQUE ("place")
);
INSERT INTO "_limbeck_rebuild_names" ("id", "first", "last", "year", "place") SELECT "id", "first", "last", "year", "place" FROM "names" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_names';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_names', seq FROM sqlite_sequence WHERE name = 'names';
DROP TABLE "names";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_names" RENAME TO "names";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "idx-names-full" ON "names" ("first", "last");
CREATE INDEX "idx-names-year" ON "names" ("year");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of names refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('names');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "names has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'names' AND name NOT IN ('idx-names-full', 'idx-names-year');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_names" (
    "id" integer NOT NULL CONSTRAINT "pk-names" PRIMARY KEY AUTOINCREMENT,
    "first" varchar NOT NULL,
    "last" varchar NOT NULL,
    "year" integer NOT NULL,
    "place" integer NOT NULL,
    CONSTRAINT "uq-names-first" UNIQUE ("first")
);
INSERT INTO "_limbeck_rebuild_names" ("id", "first", "last", "year", "place") SELECT "id", "first", "last", "year", "place" FROM "names" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_names';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_names', seq FROM sqlite_sequence WHERE name = 'names';
DROP TABLE "names";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_names" RENAME TO "names";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-names-last" ON "names" ("last");
CREATE UNIQUE INDEX "idx-names-born" ON "names" ("year", "place");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of names refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('names');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
