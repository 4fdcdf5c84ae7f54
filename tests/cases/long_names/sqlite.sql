-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "the_measurements_of_all_animals_in_all_the_shelters has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'the_measurements_of_all_animals_in_all_the_shelters' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters" (
    "id" integer NOT NULL CONSTRAINT "pk-the_measurements_of_all_animals_in_all_the_shelters" PRIMARY KEY AUTOINCREMENT,
    "first_measured_by_user" integer NOT NULL,
    "second_measured_by_user" integer NOT NULL,
    CONSTRAINT "fk-the_measurements_of_all_animals_in_all_the_shelters-7f2744d1" FOREIGN KEY ("second_measured_by_user") REFERENCES "users" ("id"),
    CONSTRAINT "fk-the_measurements_of_all_animals_in_all_the_shelters-814a4797" FOREIGN KEY ("first_measured_by_user") REFERENCES "users" ("id")
);
INSERT INTO "_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters" ("id", "first_measured_by_user", "second_measured_by_user") SELECT "id", "first_measured_by_user", "second_measured_by_user" FROM "the_measurements_of_all_animals_in_all_the_shelters" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters', seq FROM sqlite_sequence WHERE name = 'the_measurements_of_all_animals_in_all_the_shelters';
DROP TABLE "the_measurements_of_all_animals_in_all_the_shelters";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters" RENAME TO "the_measurements_of_all_animals_in_all_the_shelters";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b" ON "the_measurements_of_all_animals_in_all_the_shelters" ("second_measured_by_user");
CREATE INDEX "idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689" ON "the_measurements_of_all_animals_in_all_the_shelters" ("first_measured_by_user");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of the_measurements_of_all_animals_in_all_the_shelters refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('the_measurements_of_all_animals_in_all_the_shelters');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "the_measurements_of_all_animals_in_all_the_shelters has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'the_measurements_of_all_animals_in_all_the_shelters' AND name NOT IN ('idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b', 'idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters" (
    "id" integer NOT NULL CONSTRAINT "pk-the_measurements_of_all_animals_in_all_the_shelters" PRIMARY KEY AUTOINCREMENT,
    "first_measured_by_user" integer NOT NULL,
    "second_measured_by_user" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters" ("id", "first_measured_by_user", "second_measured_by_user") SELECT "id", "first_measured_by_user", "second_measured_by_user" FROM "the_measurements_of_all_animals_in_all_the_shelters" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters', seq FROM sqlite_sequence WHERE name = 'the_measurements_of_all_animals_in_all_the_shelters';
DROP TABLE "the_measurements_of_all_animals_in_all_the_shelters";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_the_measurements_of_all_animals_in_all_the_shelters" RENAME TO "the_measurements_of_all_animals_in_all_the_shelters";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of the_measurements_of_all_animals_in_all_the_shelters refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('the_measurements_of_all_animals_in_all_the_shelters');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
