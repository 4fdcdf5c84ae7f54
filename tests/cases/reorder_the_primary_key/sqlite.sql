-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "seats has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'seats' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_seats" (
    "hall" varchar NOT NULL,
    "row" integer NOT NULL,
    "number" integer NOT NULL,
    "taken" boolean NOT NULL,
    CONSTRAINT "pk-seats" PRIMARY KEY ("number", "hall", "row")
);
INSERT INTO "_limbeck_rebuild_seats" (rowid, "hall", "row", "number", "taken") SELECT rowid, "hall", "row", "number", "taken" FROM "seats" ORDER BY rowid;
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of seats refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('seats');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "seats has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'seats' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_seats" (
    "hall" varchar NOT NULL,
    "row" integer NOT NULL,
    "number" integer NOT NULL,
    "taken" boolean NOT NULL,
    CONSTRAINT "pk-seats" PRIMARY KEY ("hall", "row", "number")
);
INSERT INTO "_limbeck_rebuild_seats" (rowid, "hall", "row", "number", "taken") SELECT rowid, "hall", "row", "number", "taken" FROM "seats" ORDER BY rowid;
DROP TABLE "seats";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_seats" RENAME TO "seats";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of seats refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('seats');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
