-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "parts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'parts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_parts" (
    "id" integer NOT NULL CONSTRAINT "pk-parts" PRIMARY KEY AUTOINCREMENT,
    "code" varchar(12) NOT NULL,
    "low" integer NOT NULL,
    "high" integer,
    "price" real(12, 2) NOT NULL,
    CONSTRAINT "ck_between" CHECK (low BETWEEN -5 AND 100 AND low NOT BETWEEN 7 AND 9),
    CONSTRAINT "ck_case" CHECK (CASE WHEN low > 0 THEN 1 ELSE 2 END < 4),
    CONSTRAINT "ck_coalesce" CHECK (coalesce(high, low) >= low),
    CONSTRAINT "ck_code" CHECK (code IN ('a', 'b', 'd') OR code LIKE 'x%'),
    CONSTRAINT "ck_lower" CHECK (lower(code) = code),
    CONSTRAINT "ck_nested" CHECK (((low + (high)) < ((1000))) OR (NOT (high IS NOT NULL AND low > 3))),
    CONSTRAINT "ck_price" CHECK (price >= 1.50 AND price < 1e3 AND price <> low)
);
INSERT INTO "_limbeck_rebuild_parts" ("id", "code", "low", "high", "price") SELECT "id", "code", "low", "high", "price" FROM "parts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_parts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_parts', seq FROM sqlite_sequence WHERE name = 'parts';
DROP TABLE "parts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_parts" RENAME TO "parts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of parts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('parts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "parts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'parts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_parts" (
    "id" integer NOT NULL CONSTRAINT "pk-parts" PRIMARY KEY AUTOINCREMENT,
    "code" varchar(12) NOT NULL,
    "low" integer NOT NULL,
    "high" integer,
    "price" real(12, 2) NOT NULL,
    CONSTRAINT "ck_high" CHECK (NOT high = 13),
    CONSTRAINT "ck_code" CHECK (code IN ('a', 'b', 'c')),
    CONSTRAINT "ck_case" CHECK (CASE WHEN low > 0 THEN 1 ELSE 2 END < 3)
);
INSERT INTO "_limbeck_rebuild_parts" ("id", "code", "low", "high", "price") SELECT "id", "code", "low", "high", "price" FROM "parts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_parts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_parts', seq FROM sqlite_sequence WHERE name = 'parts';
DROP TABLE "parts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_parts" RENAME TO "parts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of parts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('parts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
