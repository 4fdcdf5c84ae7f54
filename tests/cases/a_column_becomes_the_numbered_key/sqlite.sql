-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "usages has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'usages' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_usages" (
    "id" integer NOT NULL CONSTRAINT "pk-usages" PRIMARY KEY AUTOINCREMENT,
    "code" varchar
);
INSERT INTO "_limbeck_rebuild_usages" ("id", "code") SELECT "id", "code" FROM "usages" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_usages';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_usages', seq FROM sqlite_sequence WHERE name = 'usages';
DROP TABLE "usages";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_usages" RENAME TO "usages";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of usages refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('usages');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "codes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'codes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_codes" (
    "code" varchar NOT NULL,
    "id" integer NOT NULL CONSTRAINT "pk-codes" PRIMARY KEY AUTOINCREMENT,
    CONSTRAINT "uq-codes-code" UNIQUE ("code")
);
INSERT INTO "_limbeck_rebuild_codes" ("code", "id") SELECT "code", "id" FROM "codes" ORDER BY rowid;
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of codes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('codes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "usages has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'usages' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_usages" (
    "id" integer NOT NULL CONSTRAINT "pk-usages" PRIMARY KEY AUTOINCREMENT,
    "code_id" integer,
    CONSTRAINT "fk-usages-code_id" FOREIGN KEY ("code_id") REFERENCES "codes" ("id")
);
INSERT INTO "_limbeck_rebuild_usages" ("id") SELECT "id" FROM "usages" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_usages';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_usages', seq FROM sqlite_sequence WHERE name = 'usages';
DROP TABLE "usages";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_usages" RENAME TO "usages";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of usages refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('usages');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "usages has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'usages' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_usages" (
    "id" integer NOT NULL CONSTRAINT "pk-usages" PRIMARY KEY AUTOINCREMENT,
    "code" varchar
);
INSERT INTO "_limbeck_rebuild_usages" ("id") SELECT "id" FROM "usages" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_usages';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_usages', seq FROM sqlite_sequence WHERE name = 'usages';
DROP TABLE "usages";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_usages" RENAME TO "usages";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of usages refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('usages');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "codes has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'codes' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_codes" (
    "code" varchar NOT NULL,
    "id" integer NOT NULL,
    CONSTRAINT "pk-codes" PRIMARY KEY ("code")
);
INSERT INTO "_limbeck_rebuild_codes" (rowid, "code", "id") SELECT rowid, "code", "id" FROM "codes" ORDER BY rowid;
DROP TABLE "codes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_codes" RENAME TO "codes";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of codes refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('codes');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "usages has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'usages' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_usages" (
    "id" integer NOT NULL CONSTRAINT "pk-usages" PRIMARY KEY AUTOINCREMENT,
    "code" varchar,
    CONSTRAINT "fk-usages-code" FOREIGN KEY ("code") REFERENCES "codes" ("code")
);
INSERT INTO "_limbeck_rebuild_usages" ("id", "code") SELECT "id", "code" FROM "usages" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_usages';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_usages', seq FROM sqlite_sequence WHERE name = 'usages';
DROP TABLE "usages";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_usages" RENAME TO "usages";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of usages refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('usages');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
