-- upgrade
ALTER TABLE "animals" ALTER COLUMN "active" SET DEFAULT FALSE;
ALTER TABLE "animals" ALTER COLUMN "status" SET DEFAULT 'it''s here';
ALTER TABLE "animals" ALTER COLUMN "visits" SET DEFAULT 12;
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "visits" SET DEFAULT 0;
ALTER TABLE "animals" ALTER COLUMN "status" SET DEFAULT 'new';
ALTER TABLE "animals" ALTER COLUMN "active" SET DEFAULT TRUE;
