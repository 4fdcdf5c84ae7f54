-- upgrade
DROP INDEX "ix_one";
DROP INDEX "ix_three";
DROP INDEX "ix_two";
CREATE INDEX "ix_one" ON "orders" ("total", "state");
CREATE INDEX "ix_three" ON "orders" ("paid", "total");
CREATE INDEX "ix_two" ON "orders" ("total" DESC, "paid");
-- downgrade
DROP INDEX "ix_two";
DROP INDEX "ix_three";
DROP INDEX "ix_one";
CREATE INDEX "ix_two" ON "orders" ("total", "paid" DESC);
CREATE INDEX "ix_three" ON "orders" ("paid", "state", "total");
CREATE INDEX "ix_one" ON "orders" ("state", "total");
