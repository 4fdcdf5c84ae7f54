-- upgrade
ALTER TYPE "colour" ADD VALUE 'amber' BEFORE 'green';
-- downgrade
ALTER TYPE "colour" RENAME TO "colour_limbeck_previous";
CREATE TYPE "colour" AS ENUM ('red', 'green', 'blue');
ALTER TABLE "shirts" ALTER COLUMN "colours" TYPE "colour"[] USING "colours"::text[]::"colour"[], ALTER COLUMN "worn" TYPE "colour"[] USING "worn"::text[]::"colour"[], ALTER COLUMN "main" TYPE "colour" USING "main"::text::"colour";
DROP TYPE "colour_limbeck_previous";
