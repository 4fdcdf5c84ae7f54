-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "nodes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'nodes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_nodes" (
    "id" integer NOT NULL CONSTRAINT "pk-nodes" PRIMARY KEY AUTOINCREMENT,
    "label" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_nodes" ("id", "label") SELECT "id", "label" FROM "nodes" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_nodes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_nodes', seq FROM sqlite_sequence WHERE name = 'nodes';
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of nodes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('nodes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "nodes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'nodes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_nodes" (
    "id" integer NOT NULL CONSTRAINT "pk-nodes" PRIMARY KEY AUTOINCREMENT,
    "label" varchar NOT NULL,
    "parent_id" integer,
    "next_id" integer,
    CONSTRAINT "fk-nodes-parent_id" FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk-nodes-next_id" FOREIGN KEY ("next_id") REFERENCES "nodes" ("id")
);
INSERT INTO "_limbeck_rebuild_nodes" ("id", "label") SELECT "id", "label" FROM "nodes" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_nodes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_nodes', seq FROM sqlite_sequence WHERE name = 'nodes';
DROP TABLE "nodes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_nodes" RENAME TO "nodes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of nodes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('nodes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
