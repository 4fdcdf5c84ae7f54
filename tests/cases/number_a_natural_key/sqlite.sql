-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "items has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'items' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_items" (
    "code" varchar(30) NOT NULL,
    "name" varchar NOT NULL,
    "id" integer NOT NULL CONSTRAINT "pk-items" PRIMARY KEY AUTOINCREMENT,
    CONSTRAINT "uq-items-code" UNIQUE ("code")
);
INSERT INTO "_limbeck_rebuild_items" ("id", "code", "name") SELECT rowid, "code", "name" FROM "items" ORDER BY rowid;
DROP TABLE "items";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of items refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('items');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "items has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'items' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_items" (
    "code" varchar(30) NOT NULL,
    "name" varchar NOT NULL,
    CONSTRAINT "pk-items" PRIMARY KEY ("code")
);
INSERT INTO "_limbeck_rebuild_items" (rowid, "code", "name") SELECT rowid, "code", "name" FROM "items" ORDER BY rowid;
DROP TABLE "items";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of items refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('items');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
