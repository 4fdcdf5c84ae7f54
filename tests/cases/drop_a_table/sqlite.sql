-- upgrade
DROP TABLE "clocks";
-- downgrade
CREATE TABLE "clocks" (
    "id" integer NOT NULL CONSTRAINT "pk-clocks" PRIMARY KEY AUTOINCREMENT,
    "seen_at" datetime_text NOT NULL
);
