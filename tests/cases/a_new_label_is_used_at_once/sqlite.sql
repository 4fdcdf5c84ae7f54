-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "tickets has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'tickets' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_tickets" (
    "id" integer NOT NULL CONSTRAINT "pk-tickets" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL DEFAULT 'archived',
    "title" varchar NOT NULL,
    CONSTRAINT "ck_archived" CHECK (state <> 'archived' OR title <> '')
);
INSERT INTO "_limbeck_rebuild_tickets" ("id", "state", "title") SELECT "id", "state", "title" FROM "tickets" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_tickets';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_tickets', seq FROM sqlite_sequence WHERE name = 'tickets';
DROP TABLE "tickets";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_tickets" RENAME TO "tickets";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "ix_archived" ON "tickets" ("title") WHERE state = 'archived';
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of tickets refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('tickets');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "tickets has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'tickets' AND name NOT IN ('ix_archived');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_tickets" (
    "id" integer NOT NULL CONSTRAINT "pk-tickets" PRIMARY KEY AUTOINCREMENT,
    "state" enum_text NOT NULL DEFAULT 'open',
    "title" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_tickets" ("id", "state", "title") SELECT "id", "state", "title" FROM "tickets" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_tickets';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_tickets', seq FROM sqlite_sequence WHERE name = 'tickets';
DROP TABLE "tickets";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_tickets" RENAME TO "tickets";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of tickets refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('tickets');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
