-- upgrade
DROP INDEX "ix_few";
DROP INDEX "ix_part";
ALTER TABLE "samples" DROP COLUMN "both";
ALTER TABLE "samples" ADD COLUMN "both" text GENERATED ALWAYS AS (code || '-' || amount::numeric(5,1)) STORED;
CREATE INDEX "ix_few" ON "samples" ("amount") WHERE code IN ('a', 'b') AND price::integer > 0;
CREATE INDEX "ix_part" ON "samples" ((lower(code::varchar(3))), "amount" DESC);
-- downgrade
DROP INDEX "ix_part";
DROP INDEX "ix_few";
ALTER TABLE "samples" DROP COLUMN "both";
ALTER TABLE "samples" ADD COLUMN "both" text GENERATED ALWAYS AS (code || '-' || amount) STORED;
CREATE INDEX "ix_part" ON "samples" ((lower(code)), "amount" DESC);
CREATE INDEX "ix_few" ON "samples" ("amount") WHERE code IN ('a', 'b') AND price > 0;
