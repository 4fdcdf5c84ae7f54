-- upgrade
ALTER TABLE "readings" ALTER COLUMN "active" DROP DEFAULT, ALTER COLUMN "active" TYPE integer USING "active"::integer, ALTER COLUMN "active" SET DEFAULT 1;
ALTER TABLE "readings" ALTER COLUMN "amount" DROP DEFAULT, ALTER COLUMN "amount" TYPE integer USING "amount"::integer, ALTER COLUMN "amount" SET DEFAULT 2;
ALTER TABLE "readings" ALTER COLUMN "code" DROP DEFAULT, ALTER COLUMN "code" TYPE character varying(20) USING "code"::character varying(20), ALTER COLUMN "code" SET DEFAULT 'seven';
ALTER TABLE "readings" ALTER COLUMN "level" TYPE bigint;
-- downgrade
ALTER TABLE "readings" ALTER COLUMN "level" TYPE integer;
ALTER TABLE "readings" ALTER COLUMN "code" DROP DEFAULT, ALTER COLUMN "code" TYPE integer USING "code"::integer, ALTER COLUMN "code" SET DEFAULT 7;
ALTER TABLE "readings" ALTER COLUMN "amount" DROP DEFAULT, ALTER COLUMN "amount" TYPE character varying(12) USING "amount"::character varying(12), ALTER COLUMN "amount" SET DEFAULT '1';
ALTER TABLE "readings" ALTER COLUMN "active" DROP DEFAULT, ALTER COLUMN "active" TYPE boolean USING "active" <> 0, ALTER COLUMN "active" SET DEFAULT TRUE;
