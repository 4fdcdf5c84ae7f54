-- upgrade
DROP INDEX "ix_known";
DROP INDEX "ix_name";
DROP INDEX "ix_place";
CREATE INDEX "ix_known" ON "facts" USING "gin" ("known" jsonb_path_ops);
CREATE INDEX "ix_name" ON "facts" USING "hash" ("name" text_pattern_ops);
CREATE INDEX "ix_place" ON "facts" USING "brin" ("place");
-- downgrade
DROP INDEX "ix_place";
DROP INDEX "ix_name";
DROP INDEX "ix_known";
CREATE INDEX "ix_place" ON "facts" ("place");
CREATE INDEX "ix_name" ON "facts" USING "hash" ("name");
CREATE INDEX "ix_known" ON "facts" USING "gin" ("known");
