-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "order has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'order' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_order" (
    "id" integer NOT NULL CONSTRAINT "pk-order" PRIMARY KEY AUTOINCREMENT,
    "group" integer NOT NULL,
    "select" integer NOT NULL DEFAULT 0,
    "Unit Price" integer NOT NULL DEFAULT 1,
    "grün" integer,
    "camelCase" integer,
    "type" varchar,
    CONSTRAINT "uq-order-grün" UNIQUE ("grün")
);
INSERT INTO "_limbeck_rebuild_order" ("id", "group") SELECT "id", "group" FROM "order" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_order';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_order', seq FROM sqlite_sequence WHERE name = 'order';
DROP TABLE "order";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_order" RENAME TO "order";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-order-camelCase" ON "order" ("camelCase");
CREATE INDEX "idx-order-select" ON "order" ("select");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of order refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('order');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "order has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'order' AND name NOT IN ('idx-order-camelCase', 'idx-order-select');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_order" (
    "id" integer NOT NULL CONSTRAINT "pk-order" PRIMARY KEY AUTOINCREMENT,
    "group" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_order" ("id", "group") SELECT "id", "group" FROM "order" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_order';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_order', seq FROM sqlite_sequence WHERE name = 'order';
DROP TABLE "order";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_order" RENAME TO "order";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of order refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('order');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
