-- upgrade
ALTER TABLE "animals" ALTER COLUMN "status" DROP DEFAULT;
COMMENT ON COLUMN "animals"."status" IS NULL;
ALTER TABLE "animals" ALTER COLUMN "visits" DROP DEFAULT;
COMMENT ON TABLE "animals" IS NULL;
-- downgrade
COMMENT ON TABLE "animals" IS 'who lives here';
ALTER TABLE "animals" ALTER COLUMN "visits" SET DEFAULT 7;
ALTER TABLE "animals" ALTER COLUMN "status" SET DEFAULT 'new';
COMMENT ON COLUMN "animals"."status" IS 'life cycle';
