-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "boxes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'boxes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_boxes" (
    "id" integer NOT NULL CONSTRAINT "pk-boxes" PRIMARY KEY AUTOINCREMENT,
    "width" integer NOT NULL,
    "height" integer NOT NULL,
    "area" integer GENERATED ALWAYS AS (width * height) STORED
);
INSERT INTO "_limbeck_rebuild_boxes" ("id", "width", "height") SELECT "id", "width", "height" FROM "boxes" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_boxes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_boxes', seq FROM sqlite_sequence WHERE name = 'boxes';
DROP TABLE "boxes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_boxes" RENAME TO "boxes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of boxes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('boxes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
ALTER TABLE "boxes" DROP COLUMN "area";
