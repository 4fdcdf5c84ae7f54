-- upgrade
ALTER TABLE "articles" ADD COLUMN "found_at" integer GENERATED ALWAYS AS (coalesce(shelf, place)) STORED;
ALTER TABLE "articles" ADD CONSTRAINT "one article a place" UNIQUE ("shelf", "place");
CREATE INDEX "dearest first" ON "articles" ("price" DESC);
CREATE INDEX "idx-articles-shelf-price" ON "articles" ("shelf", "price" DESC);
ALTER TABLE "articles" ADD CONSTRAINT "ck-articles" CHECK (amount <> 78);
ALTER TABLE "articles" ADD CONSTRAINT "no such shelf" CHECK (shelf <> 77);
-- downgrade
ALTER TABLE "articles" DROP CONSTRAINT "no such shelf";
ALTER TABLE "articles" DROP CONSTRAINT "ck-articles";
DROP INDEX "idx-articles-shelf-price";
DROP INDEX "dearest first";
ALTER TABLE "articles" DROP CONSTRAINT "one article a place";
ALTER TABLE "articles" DROP COLUMN "found_at";
