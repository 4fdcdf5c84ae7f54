-- upgrade
CREATE TABLE "memberships" (
    "person_id" integer NOT NULL,
    "club_id" integer NOT NULL,
    "since" date_text,
    CONSTRAINT "pk-memberships" PRIMARY KEY ("person_id", "club_id"),
    CONSTRAINT "fk-memberships-person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk-memberships-club_id" FOREIGN KEY ("club_id") REFERENCES "clubs" ("id") ON DELETE CASCADE
);
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "clubs has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'clubs' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_clubs" (
    "id" integer NOT NULL CONSTRAINT "pk-clubs" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_clubs" ("id", "name") SELECT "id", "name" FROM "clubs" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_clubs';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_clubs', seq FROM sqlite_sequence WHERE name = 'clubs';
DROP TABLE "clubs";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_clubs" RENAME TO "clubs";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of clubs refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('clubs');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "clubs has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'clubs' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_clubs" (
    "id" integer NOT NULL CONSTRAINT "pk-clubs" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "owner_id" integer,
    CONSTRAINT "fk-clubs-owner_id" FOREIGN KEY ("owner_id") REFERENCES "people" ("id")
);
INSERT INTO "_limbeck_rebuild_clubs" ("id", "name") SELECT "id", "name" FROM "clubs" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_clubs';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_clubs', seq FROM sqlite_sequence WHERE name = 'clubs';
DROP TABLE "clubs";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_clubs" RENAME TO "clubs";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of clubs refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('clubs');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
DROP TABLE "memberships";
