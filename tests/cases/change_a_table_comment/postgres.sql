-- upgrade
COMMENT ON TABLE "animals" IS 'who lives, or lived, here';
-- downgrade
COMMENT ON TABLE "animals" IS 'who lives here';
