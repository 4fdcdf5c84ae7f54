-- upgrade
ALTER TABLE "animals" RENAME COLUMN "nick" TO "name";
ALTER TABLE "animals" ALTER COLUMN "name" TYPE character varying(60), ALTER COLUMN "name" SET DEFAULT 'none';
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "name" TYPE character varying(20), ALTER COLUMN "name" DROP DEFAULT;
ALTER TABLE "animals" RENAME COLUMN "name" TO "nick";
