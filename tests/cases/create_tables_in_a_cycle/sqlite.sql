-- upgrade
CREATE TABLE "departments" (
    "id" integer NOT NULL CONSTRAINT "pk-departments" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "head_id" integer
);
CREATE TABLE "employees" (
    "id" integer NOT NULL CONSTRAINT "pk-employees" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "department_id" integer NOT NULL,
    CONSTRAINT "fk-employees-department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE CASCADE
);
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "departments has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'departments' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_departments" (
    "id" integer NOT NULL CONSTRAINT "pk-departments" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "head_id" integer,
    CONSTRAINT "fk-departments-head_id" FOREIGN KEY ("head_id") REFERENCES "employees" ("id") ON DELETE SET NULL
);
INSERT INTO "_limbeck_rebuild_departments" ("id", "name", "head_id") SELECT "id", "name", "head_id" FROM "departments" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_departments';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_departments', seq FROM sqlite_sequence WHERE name = 'departments';
DROP TABLE "departments";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_departments" RENAME TO "departments";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of departments refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('departments');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "departments has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'departments' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_departments" (
    "id" integer NOT NULL CONSTRAINT "pk-departments" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "head_id" integer
);
INSERT INTO "_limbeck_rebuild_departments" ("id", "name", "head_id") SELECT "id", "name", "head_id" FROM "departments" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_departments';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_departments', seq FROM sqlite_sequence WHERE name = 'departments';
DROP TABLE "departments";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_departments" RENAME TO "departments";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of departments refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('departments');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
DROP TABLE "employees";
DROP TABLE "departments";
