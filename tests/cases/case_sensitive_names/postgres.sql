-- upgrade
ALTER TYPE "KindOf" ADD VALUE 'Cc C';
ALTER TABLE "UserAccounts" ADD CONSTRAINT "uq-UserAccounts-EMail" UNIQUE ("EMail");
ALTER TABLE "blogPosts" ADD COLUMN "ReadBy" integer;
CREATE INDEX "idx-blogPosts-WrittenBy" ON "blogPosts" ("WrittenBy");
ALTER TABLE "blogPosts" ADD CONSTRAINT "fk-blogPosts-ReadBy" FOREIGN KEY ("ReadBy") REFERENCES "UserAccounts" ("Id") ON DELETE SET NULL;
-- downgrade
ALTER TABLE "blogPosts" DROP CONSTRAINT "fk-blogPosts-ReadBy";
DROP INDEX "idx-blogPosts-WrittenBy";
ALTER TABLE "blogPosts" DROP COLUMN "ReadBy";
ALTER TABLE "UserAccounts" DROP CONSTRAINT "uq-UserAccounts-EMail";
ALTER TYPE "KindOf" RENAME TO "KindOf_limbeck_previous";
CREATE TYPE "KindOf" AS ENUM ('Aa', 'BB');
ALTER TABLE "UserAccounts" ALTER COLUMN "kindOf" TYPE "KindOf" USING "kindOf"::text::"KindOf";
DROP TYPE "KindOf_limbeck_previous";
