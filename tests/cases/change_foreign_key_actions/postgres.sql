-- upgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-editor_id";
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-user_id";
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-editor_id" FOREIGN KEY ("editor_id") REFERENCES "users" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE RESTRICT;
-- downgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-user_id";
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-editor_id";
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE;
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-editor_id" FOREIGN KEY ("editor_id") REFERENCES "users" ("id");
