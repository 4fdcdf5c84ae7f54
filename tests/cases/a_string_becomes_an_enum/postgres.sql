-- upgrade
CREATE TYPE "mood" AS ENUM ('calm', 'wild');
ALTER TABLE "animals" ALTER COLUMN "mood" TYPE "mood" USING "mood"::"mood";
-- downgrade
ALTER TABLE "animals" ALTER COLUMN "mood" TYPE character varying(20) USING "mood"::character varying(20);
DROP TYPE "mood";
