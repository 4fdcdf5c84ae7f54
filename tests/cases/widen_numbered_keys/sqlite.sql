-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "bookings has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'bookings' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_bookings" (
    "id" integer NOT NULL CONSTRAINT "pk-bookings" PRIMARY KEY AUTOINCREMENT,
    "account_id" integer NOT NULL,
    "reversed_id" integer,
    CONSTRAINT "fk-bookings-reversed_id" FOREIGN KEY ("reversed_id") REFERENCES "bookings" ("id")
);
INSERT INTO "_limbeck_rebuild_bookings" ("id", "account_id", "reversed_id") SELECT "id", "account_id", "reversed_id" FROM "bookings" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_bookings';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_bookings', seq FROM sqlite_sequence WHERE name = 'bookings';
DROP TABLE "bookings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_bookings" RENAME TO "bookings";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of bookings refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('bookings');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "bookings has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'bookings' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_bookings" (
    "id" integer NOT NULL CONSTRAINT "pk-bookings" PRIMARY KEY AUTOINCREMENT,
    "account_id" integer NOT NULL,
    "reversed_id" integer,
    CONSTRAINT "fk-bookings-reversed_id" FOREIGN KEY ("reversed_id") REFERENCES "bookings" ("id"),
    CONSTRAINT "fk-bookings-account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id")
);
INSERT INTO "_limbeck_rebuild_bookings" ("id", "account_id", "reversed_id") SELECT "id", "account_id", "reversed_id" FROM "bookings" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_bookings';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_bookings', seq FROM sqlite_sequence WHERE name = 'bookings';
DROP TABLE "bookings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_bookings" RENAME TO "bookings";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of bookings refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('bookings');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "bookings has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'bookings' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_bookings" (
    "id" integer NOT NULL CONSTRAINT "pk-bookings" PRIMARY KEY AUTOINCREMENT,
    "account_id" integer NOT NULL,
    "reversed_id" integer,
    CONSTRAINT "fk-bookings-reversed_id" FOREIGN KEY ("reversed_id") REFERENCES "bookings" ("id")
);
INSERT INTO "_limbeck_rebuild_bookings" ("id", "account_id", "reversed_id") SELECT "id", "account_id", "reversed_id" FROM "bookings" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_bookings';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_bookings', seq FROM sqlite_sequence WHERE name = 'bookings';
DROP TABLE "bookings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_bookings" RENAME TO "bookings";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of bookings refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('bookings');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "bookings has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'bookings' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_bookings" (
    "id" integer NOT NULL CONSTRAINT "pk-bookings" PRIMARY KEY AUTOINCREMENT,
    "account_id" integer NOT NULL,
    "reversed_id" integer,
    CONSTRAINT "fk-bookings-reversed_id" FOREIGN KEY ("reversed_id") REFERENCES "bookings" ("id"),
    CONSTRAINT "fk-bookings-account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id")
);
INSERT INTO "_limbeck_rebuild_bookings" ("id", "account_id", "reversed_id") SELECT "id", "account_id", "reversed_id" FROM "bookings" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_bookings';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_bookings', seq FROM sqlite_sequence WHERE name = 'bookings';
DROP TABLE "bookings";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_bookings" RENAME TO "bookings";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of bookings refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('bookings');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
