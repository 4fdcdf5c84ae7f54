-- upgrade
ALTER TABLE "weights" ALTER COLUMN "grams" TYPE double precision;
-- downgrade
ALTER TABLE "weights" ALTER COLUMN "grams" TYPE real;
