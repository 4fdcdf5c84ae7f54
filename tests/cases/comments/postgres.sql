-- upgrade
COMMENT ON COLUMN "animals"."name" IS 'as the owner says it';
COMMENT ON COLUMN "animals"."weight" IS 'in kilograms; it''s rounded';
COMMENT ON TABLE "animals" IS 'who lives here';
-- downgrade
COMMENT ON TABLE "animals" IS NULL;
COMMENT ON COLUMN "animals"."weight" IS 'in grams';
COMMENT ON COLUMN "animals"."name" IS NULL;
