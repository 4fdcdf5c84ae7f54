-- upgrade
DROP INDEX "ix_paid";
DROP INDEX "ix_state";
CREATE INDEX "ix_paid" ON "orders" ("paid" DESC NULLS FIRST);
CREATE INDEX "ix_state" ON "orders" ("state") INCLUDE ("total", "paid");
-- downgrade
DROP INDEX "ix_state";
DROP INDEX "ix_paid";
CREATE INDEX "ix_state" ON "orders" ("state") INCLUDE ("total");
CREATE INDEX "ix_paid" ON "orders" ("paid" DESC NULLS LAST);
