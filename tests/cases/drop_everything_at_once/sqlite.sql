-- upgrade
PRAGMA foreign_keys = OFF;
BEGIN;
DROP TABLE "animals";
COMMIT;
PRAGMA foreign_keys = ON;
-- downgrade
CREATE TABLE "animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "hall" integer NOT NULL DEFAULT 1,
    "chip" uuid_text,
    "mood" enum_text NOT NULL,
    "mother_id" integer,
    "keeper_id" integer NOT NULL,
    CONSTRAINT "uq-animals-chip" UNIQUE ("chip"),
    CONSTRAINT "fk-animals-mother_id" FOREIGN KEY ("mother_id") REFERENCES "animals" ("id") ON DELETE SET NULL,
    CONSTRAINT "fk-animals-keeper_id" FOREIGN KEY ("keeper_id") REFERENCES "users" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx-animals-hall" ON "animals" ("hall");
