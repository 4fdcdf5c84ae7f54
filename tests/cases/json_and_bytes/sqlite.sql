-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "documents has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'documents' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_documents" (
    "id" integer NOT NULL CONSTRAINT "pk-documents" PRIMARY KEY AUTOINCREMENT,
    "body" jsonb_text NOT NULL,
    "raw" blob NOT NULL,
    "note" text
);
INSERT INTO "_limbeck_rebuild_documents" ("id", "body", "raw", "note") SELECT "id", "body", "raw", "note" FROM "documents" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_documents';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_documents', seq FROM sqlite_sequence WHERE name = 'documents';
DROP TABLE "documents";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_documents" RENAME TO "documents";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of documents refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('documents');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "documents has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'documents' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_documents" (
    "id" integer NOT NULL CONSTRAINT "pk-documents" PRIMARY KEY AUTOINCREMENT,
    "body" json_text NOT NULL,
    "raw" varbinary_blob(64) NOT NULL,
    "note" text
);
INSERT INTO "_limbeck_rebuild_documents" ("id", "body", "raw", "note") SELECT "id", "body", "raw", "note" FROM "documents" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_documents';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_documents', seq FROM sqlite_sequence WHERE name = 'documents';
DROP TABLE "documents";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_documents" RENAME TO "documents";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of documents refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('documents');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
