-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "articles has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'articles' AND name NOT IN ();
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_articles" (
    "id" integer NOT NULL CONSTRAINT "pk-articles" PRIMARY KEY AUTOINCREMENT,
    "shelf" integer NOT NULL,
    "place" integer NOT NULL,
    "price" integer NOT NULL,
    "amount" integer NOT NULL,
    "found_at" integer GENERATED ALWAYS AS (coalesce(shelf, place)) STORED,
    CONSTRAINT "one article a place" UNIQUE ("shelf", "place"),
    CONSTRAINT "ck-articles" CHECK (amount <> 78),
    CONSTRAINT "no such shelf" CHECK (shelf <> 77)
);
INSERT INTO "_limbeck_rebuild_articles" ("id", "shelf", "place", "price", "amount") SELECT "id", "shelf", "place", "price", "amount" FROM "articles" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_articles';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_articles', seq FROM sqlite_sequence WHERE name = 'articles';
DROP TABLE "articles";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_articles" RENAME TO "articles";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "dearest first" ON "articles" ("price" DESC);
CREATE INDEX "idx-articles-shelf-price" ON "articles" ("shelf", "price" DESC);
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of articles refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('articles');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "articles has an index or trigger that no revision made, which a rebuild would lose" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = 'articles' AND name NOT IN ('dearest first', 'idx-articles-shelf-price');
DROP TABLE temp."_limbeck_assertion";
CREATE TABLE "_limbeck_rebuild_articles" (
    "id" integer NOT NULL CONSTRAINT "pk-articles" PRIMARY KEY AUTOINCREMENT,
    "shelf" integer NOT NULL,
    "place" integer NOT NULL,
    "price" integer NOT NULL,
    "amount" integer NOT NULL
);
INSERT INTO "_limbeck_rebuild_articles" ("id", "shelf", "place", "price", "amount") SELECT "id", "shelf", "place", "price", "amount" FROM "articles" ORDER BY rowid;
DELETE FROM sqlite_sequence WHERE name = '_limbeck_rebuild_articles';
INSERT INTO sqlite_sequence (name, seq) SELECT '_limbeck_rebuild_articles', seq FROM sqlite_sequence WHERE name = 'articles';
DROP TABLE "articles";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_limbeck_rebuild_articles" RENAME TO "articles";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE temp."_limbeck_assertion" ("found" integer CONSTRAINT "a row of articles refers to a row that is not there" CHECK ("found" = 0));
INSERT INTO temp."_limbeck_assertion" SELECT count(*) FROM pragma_foreign_key_check('articles');
DROP TABLE temp."_limbeck_assertion";
COMMIT;
PRAGMA foreign_keys = ON;
