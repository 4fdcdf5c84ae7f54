-- upgrade
DROP INDEX "idx-group-column";
CREATE UNIQUE INDEX "idx-group-key" ON "group" ("table", "column");
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "references has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'references' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_references" (
    "id" integer NOT NULL CONSTRAINT "pk-references" PRIMARY KEY AUTOINCREMENT,
    "group" integer NOT NULL,
    "user" varchar NOT NULL DEFAULT 'user',
    "index" integer,
    CONSTRAINT "fk-references-group" FOREIGN KEY ("group") REFERENCES "group" ("id") ON UPDATE CASCADE
);
INSERT INTO "_limbeck_rebuild_references" ("id", "group", "user") SELECT "id", "group", "user" FROM "references" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_references';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_references', seq FROM sqlite_sequence WHERE name = 'references';
DROP TABLE "references";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_references" RENAME TO "references";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-references-index" ON "references" ("index");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of references refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('references');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "references has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'references' AND name NOT IN ('idx-references-index');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_references" (
    "id" integer NOT NULL CONSTRAINT "pk-references" PRIMARY KEY AUTOINCREMENT,
    "group" integer NOT NULL,
    "user" varchar NOT NULL DEFAULT 'user',
    CONSTRAINT "fk-references-group" FOREIGN KEY ("group") REFERENCES "group" ("id")
);
INSERT INTO "_limbeck_rebuild_references" ("id", "group", "user") SELECT "id", "group", "user" FROM "references" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_references';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_references', seq FROM sqlite_sequence WHERE name = 'references';
DROP TABLE "references";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_references" RENAME TO "references";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of references refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('references');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
DROP INDEX "idx-group-key";
CREATE INDEX "idx-group-column" ON "group" ("column");
