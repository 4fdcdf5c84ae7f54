-- upgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-user_id";
ALTER TABLE "posts" ALTER COLUMN "user_id" TYPE bigint;
ALTER TABLE "users" ALTER COLUMN "id" TYPE bigint;
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
-- downgrade
ALTER TABLE "posts" DROP CONSTRAINT "fk-posts-user_id";
ALTER TABLE "users" ALTER COLUMN "id" TYPE integer;
ALTER TABLE "posts" ALTER COLUMN "user_id" TYPE integer;
ALTER TABLE "posts" ADD CONSTRAINT "fk-posts-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
