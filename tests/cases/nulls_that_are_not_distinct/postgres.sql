-- upgrade
-- none: add_unique orders.uq_state: postgres 12 has no NULLS NOT DISTINCT; leave it out, or use PostgreSQL 15 or later
-- downgrade
DROP INDEX "ix_total";
ALTER TABLE "orders" DROP CONSTRAINT "uq_state";
CREATE UNIQUE INDEX "ix_total" ON "orders" ("total", "paid");
ALTER TABLE "orders" ADD CONSTRAINT "uq_state" UNIQUE ("state", "paid");
