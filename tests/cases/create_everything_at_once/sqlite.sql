-- upgrade
CREATE TABLE "animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "name" varchar(60) NOT NULL DEFAULT 'nobody',
    "chip" uuid_text,
    "hall" integer NOT NULL,
    "place" integer NOT NULL,
    "mood" enum_text NOT NULL,
    "weight" integer NOT NULL,
    "twice" integer GENERATED ALWAYS AS (weight * 2) STORED,
    "mother_id" integer,
    "keeper_id" integer NOT NULL,
    "seen_at" timestamp_with_timezone_text NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "uq-animals-chip" UNIQUE ("chip"),
    CONSTRAINT "fk-animals-mother_id" FOREIGN KEY ("mother_id") REFERENCES "animals" ("id") ON DELETE SET NULL,
    CONSTRAINT "fk-animals-keeper_id" FOREIGN KEY ("keeper_id") REFERENCES "users" ("id") ON DELETE RESTRICT,
    CONSTRAINT "ck-animals-weight" CHECK (weight > 0)
);
CREATE UNIQUE INDEX "idx-animals-cage" ON "animals" ("hall", "place");
CREATE INDEX "idx-animals-name" ON "animals" ("name");
-- downgrade
DROP INDEX "idx-animals-name";
DROP INDEX "idx-animals-cage";
PRAGMA foreign_keys = OFF;
BEGIN;
DROP TABLE "animals";
COMMIT;
PRAGMA foreign_keys = ON;
