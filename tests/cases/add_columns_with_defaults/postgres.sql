-- upgrade
ALTER TABLE "animals" ADD COLUMN "status" character varying DEFAULT 'new' NOT NULL;
ALTER TABLE "animals" ADD COLUMN "visits" integer DEFAULT 7 NOT NULL;
ALTER TABLE "animals" ADD COLUMN "active" boolean DEFAULT TRUE NOT NULL;
ALTER TABLE "animals" ADD COLUMN "fee" numeric(8,2) DEFAULT 1.5 NOT NULL;
ALTER TABLE "animals" ADD COLUMN "registered_at" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL;
-- downgrade
ALTER TABLE "animals" DROP COLUMN "registered_at";
ALTER TABLE "animals" DROP COLUMN "fee";
ALTER TABLE "animals" DROP COLUMN "active";
ALTER TABLE "animals" DROP COLUMN "visits";
ALTER TABLE "animals" DROP COLUMN "status";
