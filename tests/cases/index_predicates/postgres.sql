-- upgrade
DROP INDEX "ix_paid";
DROP INDEX "ix_state";
DROP INDEX "ix_total";
CREATE UNIQUE INDEX "ix_open" ON "orders" ("state", "total") WHERE paid IS NULL;
CREATE INDEX "ix_paid" ON "orders" ("paid");
CREATE INDEX "ix_state" ON "orders" ("state") WHERE total > 0;
CREATE INDEX "ix_total" ON "orders" ("total") WHERE total > 20;
-- downgrade
DROP INDEX "ix_total";
DROP INDEX "ix_state";
DROP INDEX "ix_paid";
DROP INDEX "ix_open";
CREATE INDEX "ix_total" ON "orders" ("total") WHERE total > 10;
CREATE INDEX "ix_state" ON "orders" ("state");
CREATE INDEX "ix_paid" ON "orders" ("paid") WHERE paid IS NOT NULL;
