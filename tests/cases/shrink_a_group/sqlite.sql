-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "seats has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'seats' AND name NOT IN ('idx-seats-seat');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_seats" (
    "id" integer NOT NULL CONSTRAINT "pk-seats" PRIMARY KEY AUTOINCREMENT,
    "hall" integer NOT NULL,
    "number" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_seats" ("id", "hall", "number") SELECT "id", "hall", "number" FROM "seats" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_seats';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_seats', seq FROM sqlite_sequence WHERE name = 'seats';
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "idx-seats-seat" ON "seats" ("hall", "number");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of seats refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('seats');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "seats has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'seats' AND name NOT IN ('idx-seats-seat');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_seats" (
    "id" integer NOT NULL CONSTRAINT "pk-seats" PRIMARY KEY AUTOINCREMENT,
    "hall" integer NOT NULL,
    "number" integer NOT NULL,
    "letter" integer NOT NULL DEFAULT 1,
    CONSTRAINT "ck-seats-letter" CHECK (letter > 0)
);
INSERT INTO "_limbeck_rebuild_seats" ("id", "hall", "number") SELECT "id", "hall", "number" FROM "seats" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_seats';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_seats', seq FROM sqlite_sequence WHERE name = 'seats';
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "idx-seats-seat" ON "seats" ("hall", "number", "letter");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of seats refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('seats');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
