-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "UserAccounts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'UserAccounts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_UserAccounts" (
    "Id" integer NOT NULL CONSTRAINT "pk-UserAccounts" PRIMARY KEY AUTOINCREMENT,
    "EMail" varchar NOT NULL,
    "kindOf" enum_text NOT NULL,
    CONSTRAINT "uq-UserAccounts-EMail" UNIQUE ("EMail")
);
INSERT INTO "_limbeck_rebuild_UserAccounts" ("Id", "EMail", "kindOf") SELECT "Id", "EMail", "kindOf" FROM "UserAccounts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_UserAccounts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_UserAccounts', seq FROM sqlite_sequence WHERE name = 'UserAccounts';
DROP TABLE "UserAccounts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_UserAccounts" RENAME TO "UserAccounts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of UserAccounts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('UserAccounts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "blogPosts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'blogPosts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_blogPosts" (
    "ID" integer NOT NULL CONSTRAINT "pk-blogPosts" PRIMARY KEY AUTOINCREMENT,
    "WrittenBy" integer NOT NULL,
    "ReadBy" integer,
    CONSTRAINT "fk-blogPosts-WrittenBy" FOREIGN KEY ("WrittenBy") REFERENCES "UserAccounts" ("Id"),
    CONSTRAINT "fk-blogPosts-ReadBy" FOREIGN KEY ("ReadBy") REFERENCES "UserAccounts" ("Id") ON DELETE SET NULL
);
INSERT INTO "_limbeck_rebuild_blogPosts" ("ID", "WrittenBy") SELECT "ID", "WrittenBy" FROM "blogPosts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_blogPosts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_blogPosts', seq FROM sqlite_sequence WHERE name = 'blogPosts';
DROP TABLE "blogPosts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_blogPosts" RENAME TO "blogPosts";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-blogPosts-WrittenBy" ON "blogPosts" ("WrittenBy");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of blogPosts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('blogPosts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "blogPosts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'blogPosts' AND name NOT IN ('idx-blogPosts-WrittenBy');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_blogPosts" (
    "ID" integer NOT NULL CONSTRAINT "pk-blogPosts" PRIMARY KEY AUTOINCREMENT,
    "WrittenBy" integer NOT NULL,
    CONSTRAINT "fk-blogPosts-WrittenBy" FOREIGN KEY ("WrittenBy") REFERENCES "UserAccounts" ("Id")
);
INSERT INTO "_limbeck_rebuild_blogPosts" ("ID", "WrittenBy") SELECT "ID", "WrittenBy" FROM "blogPosts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_blogPosts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_blogPosts', seq FROM sqlite_sequence WHERE name = 'blogPosts';
DROP TABLE "blogPosts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_blogPosts" RENAME TO "blogPosts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of blogPosts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('blogPosts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "UserAccounts has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'UserAccounts' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_UserAccounts" (
    "Id" integer NOT NULL CONSTRAINT "pk-UserAccounts" PRIMARY KEY AUTOINCREMENT,
    "EMail" varchar NOT NULL,
    "kindOf" enum_text NOT NULL
);
INSERT INTO "_limbeck_rebuild_UserAccounts" ("Id", "EMail", "kindOf") SELECT "Id", "EMail", "kindOf" FROM "UserAccounts" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_UserAccounts';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_UserAccounts', seq FROM sqlite_sequence WHERE name = 'UserAccounts';
DROP TABLE "UserAccounts";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_UserAccounts" RENAME TO "UserAccounts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of UserAccounts refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('UserAccounts');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
