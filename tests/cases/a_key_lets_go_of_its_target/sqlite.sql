-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "towns has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'towns' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_towns" (
    "id" integer NOT NULL CONSTRAINT "pk-towns" PRIMARY KEY AUTOINCREMENT,
    "country_code" varchar
);
INSERT INTO "_limbeck_rebuild_towns" ("id", "country_code") SELECT "id", "country_code" FROM "towns" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_towns';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_towns', seq FROM sqlite_sequence WHERE name = 'towns';
DROP TABLE "towns";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_towns" RENAME TO "towns";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of towns refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('towns');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "countries has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'countries' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_countries" (
    "id" integer NOT NULL CONSTRAINT "pk-countries" PRIMARY KEY AUTOINCREMENT,
    "code" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_countries" ("id", "code") SELECT "id", "code" FROM "countries" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_countries';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_countries', seq FROM sqlite_sequence WHERE name = 'countries';
DROP TABLE "countries";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_countries" RENAME TO "countries";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of countries refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('countries');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "towns has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'towns' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_towns" (
    "id" integer NOT NULL CONSTRAINT "pk-towns" PRIMARY KEY AUTOINCREMENT,
    "country_id" integer,
    CONSTRAINT "fk-towns-country_id" FOREIGN KEY ("country_id") REFERENCES "countries" ("id")
);
INSERT INTO "_limbeck_rebuild_towns" ("id") SELECT "id" FROM "towns" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_towns';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_towns', seq FROM sqlite_sequence WHERE name = 'towns';
DROP TABLE "towns";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_towns" RENAME TO "towns";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of towns refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('towns');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "towns has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'towns' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_towns" (
    "id" integer NOT NULL CONSTRAINT "pk-towns" PRIMARY KEY AUTOINCREMENT,
    "country_code" varchar
);
INSERT INTO "_limbeck_rebuild_towns" ("id") SELECT "id" FROM "towns" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_towns';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_towns', seq FROM sqlite_sequence WHERE name = 'towns';
DROP TABLE "towns";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_towns" RENAME TO "towns";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of towns refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('towns');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "countries has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'countries' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_countries" (
    "id" integer NOT NULL CONSTRAINT "pk-countries" PRIMARY KEY AUTOINCREMENT,
    "code" varchar NOT NULL,
    CONSTRAINT "uq-countries-code" UNIQUE ("code")
);
INSERT INTO "_limbeck_rebuild_countries" ("id", "code") SELECT "id", "code" FROM "countries" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_countries';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_countries', seq FROM sqlite_sequence WHERE name = 'countries';
DROP TABLE "countries";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_countries" RENAME TO "countries";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of countries refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('countries');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "towns has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'towns' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_towns" (
    "id" integer NOT NULL CONSTRAINT "pk-towns" PRIMARY KEY AUTOINCREMENT,
    "country_code" varchar,
    CONSTRAINT "fk-towns-country_code" FOREIGN KEY ("country_code") REFERENCES "countries" ("code")
);
INSERT INTO "_limbeck_rebuild_towns" ("id", "country_code") SELECT "id", "country_code" FROM "towns" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_towns';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_towns', seq FROM sqlite_sequence WHERE name = 'towns';
DROP TABLE "towns";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_towns" RENAME TO "towns";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of towns refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('towns');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
