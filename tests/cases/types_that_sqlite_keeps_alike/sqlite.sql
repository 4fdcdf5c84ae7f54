-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "visits has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'visits' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_visits" (
    "id" integer NOT NULL CONSTRAINT "pk-visits" PRIMARY KEY AUTOINCREMENT,
    "seen_at" datetime_text NOT NULL,
    "known" json_text NOT NULL,
    "left_at" datetime_text NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "_limbeck_rebuild_visits" ("id", "seen_at", "known") SELECT "id", "seen_at", "known" FROM "visits" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_visits';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_visits', seq FROM sqlite_sequence WHERE name = 'visits';
DROP TABLE "visits";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_visits" RENAME TO "visits";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of visits refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('visits');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
ALTER TABLE "visits" DROP COLUMN "left_at";
