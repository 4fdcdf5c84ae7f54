-- upgrade
CREATE TABLE "categories" (
    "id" integer NOT NULL CONSTRAINT "pk-categories" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL,
    "parent_id" integer,
    CONSTRAINT "fk-categories-parent_id" FOREIGN KEY ("parent_id") REFERENCES "categories" ("id") ON DELETE SET NULL
);
-- downgrade
PRAGMA foreign_keys = OFF;
BEGIN;
DROP TABLE "categories";
COMMIT;
PRAGMA foreign_keys = ON;
