-- upgrade
ALTER TABLE "documents" ALTER COLUMN "body" TYPE jsonb;
-- downgrade
ALTER TABLE "documents" ALTER COLUMN "body" TYPE json;
