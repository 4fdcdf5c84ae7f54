-- upgrade
ALTER TABLE "readings" ALTER COLUMN "amount" TYPE integer USING "amount"::integer;
ALTER TABLE "readings" ALTER COLUMN "code" TYPE character varying(20) USING "code"::character varying(20);
ALTER TABLE "readings" ALTER COLUMN "level" TYPE double precision;
-- downgrade
ALTER TABLE "readings" ALTER COLUMN "level" TYPE integer;
ALTER TABLE "readings" ALTER COLUMN "code" TYPE integer USING "code"::integer;
ALTER TABLE "readings" ALTER COLUMN "amount" TYPE character varying(12) USING "amount"::character varying(12);
