-- upgrade
ALTER TABLE "names" ALTER COLUMN "first" TYPE character varying(60);
ALTER TABLE "names" ALTER COLUMN "last" TYPE character varying(30);
-- downgrade
ALTER TABLE "names" ALTER COLUMN "last" TYPE character varying(60);
ALTER TABLE "names" ALTER COLUMN "first" TYPE character varying(30);
