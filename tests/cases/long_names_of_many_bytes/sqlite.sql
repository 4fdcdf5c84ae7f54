-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" (
    "id" integer NOT NULL CONSTRAINT "pk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-74108093" PRIMARY KEY AUTOINCREMENT,
    "horse_id" integer NOT NULL,
    CONSTRAINT "fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f" FOREIGN KEY ("horse_id") REFERENCES "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("id")
);
INSERT INTO "_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" ("id", "horse_id") SELECT "id", "horse_id" FROM "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr', seq FROM sqlite_sequence WHERE name = 'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr';
DROP TABLE "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" RENAME TO "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" (
    "id" integer NOT NULL CONSTRAINT "pk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-30ce9c4d" PRIMARY KEY AUTOINCREMENT,
    "příliš_žluťoučký_sloupec_který_měří_hodně" integer NOT NULL,
    "druhý_žluťoučký_sloupec_který_měří_hodně" integer NOT NULL,
    "foal_of" integer,
    CONSTRAINT "uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e" UNIQUE ("druhý_žluťoučký_sloupec_který_měří_hodně"),
    CONSTRAINT "fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c" FOREIGN KEY ("foal_of") REFERENCES "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("id")
);
INSERT INTO "_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("id", "příliš_žluťoučký_sloupec_který_měří_hodně", "druhý_žluťoučký_sloupec_který_měří_hodně") SELECT "id", "příliš_žluťoučký_sloupec_který_měří_hodně", "druhý_žluťoučký_sloupec_který_měří_hodně" FROM "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na', seq FROM sqlite_sequence WHERE name = 'žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na';
DROP TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" RENAME TO "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529" ON "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("příliš_žluťoučký_sloupec_který_měří_hodně");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na' AND name NOT IN ('idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" (
    "id" integer NOT NULL CONSTRAINT "pk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-30ce9c4d" PRIMARY KEY AUTOINCREMENT,
    "příliš_žluťoučký_sloupec_který_měří_hodně" integer NOT NULL,
    "druhý_žluťoučký_sloupec_který_měří_hodně" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("id", "příliš_žluťoučký_sloupec_který_měří_hodně", "druhý_žluťoučký_sloupec_který_měří_hodně") SELECT "id", "příliš_žluťoučký_sloupec_který_měří_hodně", "druhý_žluťoučký_sloupec_který_měří_hodně" FROM "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na', seq FROM sqlite_sequence WHERE name = 'žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na';
DROP TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" RENAME TO "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" (
    "id" integer NOT NULL CONSTRAINT "pk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-74108093" PRIMARY KEY AUTOINCREMENT,
    "horse_id" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" ("id", "horse_id") SELECT "id", "horse_id" FROM "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr', seq FROM sqlite_sequence WHERE name = 'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr';
DROP TABLE "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" RENAME TO "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
