-- upgrade
ALTER TABLE "nodes" DROP CONSTRAINT "fk-nodes-next_id";
ALTER TABLE "nodes" DROP CONSTRAINT "fk-nodes-parent_id";
ALTER TABLE "nodes" DROP COLUMN "next_id";
ALTER TABLE "nodes" DROP COLUMN "parent_id";
-- downgrade
ALTER TABLE "nodes" ADD COLUMN "parent_id" integer;
ALTER TABLE "nodes" ADD COLUMN "next_id" integer;
ALTER TABLE "nodes" ADD CONSTRAINT "fk-nodes-parent_id" FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE;
ALTER TABLE "nodes" ADD CONSTRAINT "fk-nodes-next_id" FOREIGN KEY ("next_id") REFERENCES "nodes" ("id");
