-- upgrade
CREATE TABLE "users" (
    "id" uuid NOT NULL,
    "name" character varying NOT NULL,
    CONSTRAINT "pk-users" PRIMARY KEY ("id")
);
CREATE TABLE "sessions" (
    "token" character varying(64) NOT NULL,
    "user_id" uuid NOT NULL,
    "expires_at" timestamp with time zone NOT NULL,
    CONSTRAINT "pk-sessions" PRIMARY KEY ("token"),
    CONSTRAINT "fk-sessions-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);
-- downgrade
DROP TABLE "sessions";
DROP TABLE "users";
