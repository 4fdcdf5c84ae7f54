-- upgrade
DROP INDEX "ix_born";
DROP INDEX "ix_last";
CREATE INDEX "ix_born" ON "people" ("first", "born");
CREATE INDEX "ix_last" ON "people" ((upper(last)));
CREATE UNIQUE INDEX "ix_name" ON "people" ((lower(first)), (lower(last)));
-- downgrade
DROP INDEX "ix_name";
DROP INDEX "ix_last";
DROP INDEX "ix_born";
CREATE INDEX "ix_last" ON "people" ((lower(last)));
CREATE INDEX "ix_born" ON "people" ((born / 2), "first");
