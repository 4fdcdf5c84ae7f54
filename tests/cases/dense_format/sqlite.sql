-- upgrade
CREATE TABLE "studio" (
    "id" integer NOT NULL,
    "name" varchar NOT NULL,
    CONSTRAINT "pk-studio" PRIMARY KEY ("id"),
    CONSTRAINT "uq-studio-name" UNIQUE ("name")
);
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "film has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'film' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_film" (
    "id" integer NOT NULL CONSTRAINT "pk-film" PRIMARY KEY AUTOINCREMENT,
    "title" varchar NOT NULL,
    "studio_id" integer,
    CONSTRAINT "fk-film-studio_id" FOREIGN KEY ("studio_id") REFERENCES "studio" ("id") ON DELETE SET NULL
);
INSERT INTO "_limbeck_rebuild_film" ("id", "title") SELECT "id", "title" FROM "film" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_film';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_film', seq FROM sqlite_sequence WHERE name = 'film';
DROP TABLE "film";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_film" RENAME TO "film";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of film refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('film');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
ALTER TABLE "film_actor" ADD COLUMN "role_name" varchar;
-- downgrade
ALTER TABLE "film_actor" DROP COLUMN "role_name";
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "film has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'film' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_film" (
    "id" integer NOT NULL CONSTRAINT "pk-film" PRIMARY KEY AUTOINCREMENT,
    "title" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_film" ("id", "title") SELECT "id", "title" FROM "film" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_film';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_film', seq FROM sqlite_sequence WHERE name = 'film';
DROP TABLE "film";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_film" RENAME TO "film";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of film refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('film');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
DROP TABLE "studio";
