-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "tickets has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'tickets' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_tickets" (
    "id" integer NOT NULL,
    "title" varchar NOT NULL,
    CONSTRAINT "pk-tickets" PRIMARY KEY ("id")
);
INSERT INTO "_limbeck_rebuild_tickets" ("id", "title") SELECT "id", "title" FROM "tickets" ORDER BY rowid;
DROP TABLE "tickets";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_tickets" RENAME TO "tickets";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of tickets refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('tickets');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "tickets has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'tickets' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_tickets" (
    "id" integer NOT NULL CONSTRAINT "pk-tickets" PRIMARY KEY AUTOINCREMENT,
    "title" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_tickets" ("id", "title") SELECT "id", "title" FROM "tickets" ORDER BY rowid;
DROP TABLE "tickets";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_tickets" RENAME TO "tickets";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of tickets refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('tickets');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
