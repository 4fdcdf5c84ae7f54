-- upgrade
ALTER TABLE "prices" ALTER COLUMN "gross" TYPE numeric(20,6);
ALTER TABLE "prices" ALTER COLUMN "net" TYPE numeric(14,4);
-- downgrade
ALTER TABLE "prices" ALTER COLUMN "net" TYPE numeric(8,2);
ALTER TABLE "prices" ALTER COLUMN "gross" TYPE numeric(12,4);
