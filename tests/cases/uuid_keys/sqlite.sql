-- upgrade
CREATE TABLE "users" (
    "id" uuid_text NOT NULL,
    "name" varchar NOT NULL,
    CONSTRAINT "pk-users" PRIMARY KEY ("id")
);
CREATE TABLE "sessions" (
    "token" varchar(64) NOT NULL,
    "user_id" uuid_text NOT NULL,
    "expires_at" timestamp_with_timezone_text NOT NULL,
    CONSTRAINT "pk-sessions" PRIMARY KEY ("token"),
    CONSTRAINT "fk-sessions-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);
-- downgrade
DROP TABLE "sessions";
DROP TABLE "users";
