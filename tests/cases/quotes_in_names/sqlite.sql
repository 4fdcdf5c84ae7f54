-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "back\slash has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'back\slash' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_back\slash" (
    "id" integer NOT NULL CONSTRAINT "pk-back\slash" PRIMARY KEY AUTOINCREMENT,
    "of ""it""" integer NOT NULL,
    "100 %" integer,
    CONSTRAINT "fk-back\slash-of ""it""" FOREIGN KEY ("of ""it""") REFERENCES "it's ""so"" `here`" ("the ""id""") ON DELETE CASCADE
);
INSERT INTO "_limbeck_rebuild_back\slash" ("id", "of ""it""", "100 %") SELECT "id", "of ""it""", "100 %" FROM "back\slash" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_back\slash';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_back\slash', seq FROM sqlite_sequence WHERE name = 'back\slash';
DROP TABLE "back\slash";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_back\slash" RENAME TO "back\slash";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of back\slash refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('back\slash');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "it's ""so"" `here` has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'it''s "so" `here`' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_it's ""so"" `here`" (
    "the ""id""" integer NOT NULL CONSTRAINT "pk-it's ""so"" `here`" PRIMARY KEY AUTOINCREMENT,
    "a'b" integer NOT NULL,
    "c`d" varchar NOT NULL DEFAULT 'it''s',
    "e;--f" integer,
    CONSTRAINT "uq-it's ""so"" `here`-e;--f" UNIQUE ("e;--f")
);
INSERT INTO "_limbeck_rebuild_it's ""so"" `here`" ("the ""id""", "a'b", "c`d") SELECT "the ""id""", "a'b", "c`d" FROM "it's ""so"" `here`" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_it''s "so" `here`';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_it''s "so" `here`', seq FROM sqlite_sequence WHERE name = 'it''s "so" `here`';
DROP TABLE "it's ""so"" `here`";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_it's ""so"" `here`" RENAME TO "it's ""so"" `here`";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "idx-it's ""so"" `here`-a'b" ON "it's ""so"" `here`" ("a'b");
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of it's ""so"" `here` refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('it''s "so" `here`');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "it's ""so"" `here` has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'it''s "so" `here`' AND name NOT IN ('idx-it''s "so" `here`-a''b');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_it's ""so"" `here`" (
    "the ""id""" integer NOT NULL CONSTRAINT "pk-it's ""so"" `here`" PRIMARY KEY AUTOINCREMENT,
    "a'b" integer NOT NULL,
    "c`d" varchar NOT NULL
);
INSERT INTO "_limbeck_rebuild_it's ""so"" `here`" ("the ""id""", "a'b", "c`d") SELECT "the ""id""", "a'b", "c`d" FROM "it's ""so"" `here`" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_it''s "so" `here`';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_it''s "so" `here`', seq FROM sqlite_sequence WHERE name = 'it''s "so" `here`';
DROP TABLE "it's ""so"" `here`";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_it's ""so"" `here`" RENAME TO "it's ""so"" `here`";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of it's ""so"" `here` refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('it''s "so" `here`');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "back\slash has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'back\slash' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_back\slash" (
    "id" integer NOT NULL CONSTRAINT "pk-back\slash" PRIMARY KEY AUTOINCREMENT,
    "of ""it""" integer NOT NULL,
    "100 %" integer NOT NULL,
    CONSTRAINT "fk-back\slash-of ""it""" FOREIGN KEY ("of ""it""") REFERENCES "it's ""so"" `here`" ("the ""id""")
);
INSERT INTO "_limbeck_rebuild_back\slash" ("id", "of ""it""", "100 %") SELECT "id", "of ""it""", "100 %" FROM "back\slash" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_back\slash';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_back\slash', seq FROM sqlite_sequence WHERE name = 'back\slash';
DROP TABLE "back\slash";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_back\slash" RENAME TO "back\slash";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of back\slash refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('back\slash');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
