-- upgrade
ALTER TABLE "visits" ALTER COLUMN "day" TYPE timestamp without time zone;
ALTER TABLE "visits" ALTER COLUMN "price" TYPE numeric(12,2);
ALTER TABLE "visits" ALTER COLUMN "seen_at" TYPE timestamp with time zone;
-- downgrade
ALTER TABLE "visits" ALTER COLUMN "seen_at" TYPE timestamp without time zone;
ALTER TABLE "visits" ALTER COLUMN "price" TYPE double precision;
ALTER TABLE "visits" ALTER COLUMN "day" TYPE date;
