-- upgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-user_id";
ALTER TABLE "posts" DROP CONSTRAINT "posts_editor";
-- downgrade
ALTER TABLE "posts" ADD CONSTRAINT "posts_editor" FOREIGN KEY ("editor_id") REFERENCES "users" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE;
