-- upgrade
ALTER TABLE "words" ALTER COLUMN "plain" TYPE character varying COLLATE "C";
ALTER TABLE "words" ALTER COLUMN "sorted" TYPE character varying COLLATE "POSIX";
-- downgrade
ALTER TABLE "words" ALTER COLUMN "sorted" TYPE character varying COLLATE "C";
ALTER TABLE "words" ALTER COLUMN "plain" TYPE character varying;
