-- upgrade
DROP TABLE "adoptions";
DROP TABLE "animals";
-- downgrade
CREATE TABLE "animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL
);
CREATE INDEX "idx-animals-name" ON "animals" ("name");
CREATE TABLE "adoptions" (
    "user_id" integer NOT NULL,
    "animal_id" integer NOT NULL,
    "adopted_on" date_text NOT NULL,
    CONSTRAINT "pk-adoptions" PRIMARY KEY ("user_id", "animal_id"),
    CONSTRAINT "fk-adoptions-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "fk-adoptions-animal_id" FOREIGN KEY ("animal_id") REFERENCES "animals" ("id") ON DELETE RESTRICT
);
