-- upgrade
ALTER TABLE "notes" ALTER COLUMN "body" TYPE text;
ALTER TABLE "notes" ALTER COLUMN "tag" TYPE character varying(40);
ALTER TABLE "notes" ALTER COLUMN "title" TYPE character varying(60);
-- downgrade
ALTER TABLE "notes" ALTER COLUMN "title" TYPE character varying(20);
ALTER TABLE "notes" ALTER COLUMN "tag" TYPE character varying(80);
ALTER TABLE "notes" ALTER COLUMN "body" TYPE character varying(100);
