-- upgrade
ALTER TABLE "visits" ADD COLUMN "left_at" timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL;
ALTER TABLE "visits" ALTER COLUMN "known" TYPE json;
ALTER TABLE "visits" ALTER COLUMN "seen_at" TYPE timestamp without time zone;
-- downgrade
ALTER TABLE "visits" ALTER COLUMN "seen_at" TYPE timestamp with time zone;
ALTER TABLE "visits" ALTER COLUMN "known" TYPE jsonb;
ALTER TABLE "visits" DROP COLUMN "left_at";
