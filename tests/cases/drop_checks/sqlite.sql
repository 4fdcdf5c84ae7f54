-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "prices has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'prices' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_prices" (
    "id" integer NOT NULL CONSTRAINT "pk-prices" PRIMARY KEY AUTOINCREMENT,
    "net" integer NOT NULL,
    "gross" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_prices" ("id", "net", "gross") SELECT "id", "net", "gross" FROM "prices" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_prices';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_prices', seq FROM sqlite_sequence WHERE name = 'prices';
DROP TABLE "prices";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_prices" RENAME TO "prices";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of prices refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('prices');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "prices has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'prices' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_prices" (
    "id" integer NOT NULL CONSTRAINT "pk-prices" PRIMARY KEY AUTOINCREMENT,
    "net" integer NOT NULL,
    "gross" integer NOT NULL,
    CONSTRAINT "gross_is_more" CHECK (gross >= net),
    CONSTRAINT "ck-prices-net" CHECK (net >= 0)
);
INSERT INTO "_limbeck_rebuild_prices" ("id", "net", "gross") SELECT "id", "net", "gross" FROM "prices" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_prices';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_prices', seq FROM sqlite_sequence WHERE name = 'prices';
DROP TABLE "prices";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_prices" RENAME TO "prices";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of prices refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('prices');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
