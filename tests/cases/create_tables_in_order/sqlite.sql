-- upgrade
CREATE TABLE "animals" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "name" varchar NOT NULL
);
CREATE INDEX "idx-animals-name" ON "animals" ("name");
CREATE TABLE "users" (
    "id" integer NOT NULL CONSTRAINT "pk-users" PRIMARY KEY AUTOINCREMENT,
    "email" varchar NOT NULL,
    CONSTRAINT "uq-users-email" UNIQUE ("email")
);
CREATE TABLE "adoptions" (
    "user_id" integer NOT NULL,
    "animal_id" integer NOT NULL,
    "adopted_on" date_text NOT NULL,
    CONSTRAINT "pk-adoptions" PRIMARY KEY ("user_id", "animal_id"),
    CONSTRAINT "fk-adoptions-user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "fk-adoptions-animal_id" FOREIGN KEY ("animal_id") REFERENCES "animals" ("id") ON DELETE RESTRICT
);
-- downgrade
DROP TABLE "adoptions";
DROP TABLE "users";
DROP INDEX "idx-animals-name";
DROP TABLE "animals";
