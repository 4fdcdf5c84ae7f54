-- upgrade
ALTER TYPE "Size" ADD VALUE 'medium' BEFORE 'large';
-- downgrade
ALTER TYPE "Size" RENAME TO "Size_limbeck_previous";
CREATE TYPE "Size" AS ENUM ('small', 'large');
ALTER TABLE "cages" ALTER COLUMN "size" TYPE "Size" USING "size"::text::"Size";
ALTER TABLE "leashes" ALTER COLUMN "size" TYPE "Size" USING "size"::text::"Size";
DROP TYPE "Size_limbeck_previous";
