-- upgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-author_id";
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-author_id" FOREIGN KEY ("author_id") REFERENCES "people" ("id");
-- downgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-author_id";
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-author_id" FOREIGN KEY ("author_id") REFERENCES "users" ("id");
