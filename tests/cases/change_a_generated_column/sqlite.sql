-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "parcels has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'parcels' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_parcels" (
    "id" integer NOT NULL CONSTRAINT "pk-parcels" PRIMARY KEY AUTOINCREMENT,
    "width" integer NOT NULL,
    "height" integer NOT NULL,
    "area" integer GENERATED ALWAYS AS (width + height) STORED
);
INSERT INTO "_limbeck_rebuild_parcels" ("id", "width", "height") SELECT "id", "width", "height" FROM "parcels" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_parcels';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_parcels', seq FROM sqlite_sequence WHERE name = 'parcels';
DROP TABLE "parcels";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_parcels" RENAME TO "parcels";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of parcels refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('parcels');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "parcels has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'parcels' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_parcels" (
    "id" integer NOT NULL CONSTRAINT "pk-parcels" PRIMARY KEY AUTOINCREMENT,
    "width" integer NOT NULL,
    "height" integer NOT NULL,
    "area" integer GENERATED ALWAYS AS (width * height) STORED
);
INSERT INTO "_limbeck_rebuild_parcels" ("id", "width", "height") SELECT "id", "width", "height" FROM "parcels" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_parcels';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_parcels', seq FROM sqlite_sequence WHERE name = 'parcels';
DROP TABLE "parcels";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_parcels" RENAME TO "parcels";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of parcels refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('parcels');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
