-- upgrade
CREATE TABLE "samples" (
    "id" integer NOT NULL CONSTRAINT "pk-samples" PRIMARY KEY AUTOINCREMENT,
    "flag" boolean NOT NULL,
    "tiny" tinyint NOT NULL,
    "small" smallint NOT NULL,
    "number" integer NOT NULL,
    "big" integer NOT NULL,
    "single" float NOT NULL,
    "double" double NOT NULL,
    "price" real(12, 3) NOT NULL,
    "currency" char(3) NOT NULL,
    "short_name" varchar(40) NOT NULL,
    "name" varchar NOT NULL,
    "story" text NOT NULL,
    "digest" varbinary_blob(64) NOT NULL,
    "picture" blob NOT NULL,
    "day" date_text NOT NULL,
    "hour" time_text NOT NULL,
    "seen_at" datetime_text NOT NULL,
    "stored_at" timestamp_with_timezone_text NOT NULL,
    "token" uuid_text NOT NULL,
    "detail" json_text NOT NULL,
    "nothing" varchar
);
-- downgrade
DROP TABLE "samples";
