-- upgrade
ALTER TABLE "children" DROP CONSTRAINT "fk-children-parent_id";
ALTER TABLE "children" DROP CONSTRAINT "uq_code";
ALTER TABLE "children" ADD CONSTRAINT "uq_code" UNIQUE ("code") DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "children" ADD CONSTRAINT "fk-children-parent_id" FOREIGN KEY ("parent_id") REFERENCES "parents" ("id") DEFERRABLE INITIALLY DEFERRED;
-- downgrade
ALTER TABLE "children" DROP CONSTRAINT "fk-children-parent_id";
ALTER TABLE "children" DROP CONSTRAINT "uq_code";
ALTER TABLE "children" ADD CONSTRAINT "uq_code" UNIQUE ("code");
ALTER TABLE "children" ADD CONSTRAINT "fk-children-parent_id" FOREIGN KEY ("parent_id") REFERENCES "parents" ("id");
