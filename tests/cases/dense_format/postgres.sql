-- upgrade
CREATE TABLE "studio" (
    "id" integer NOT NULL,
    "name" character varying NOT NULL,
    CONSTRAINT "pk-studio" PRIMARY KEY ("id"),
    CONSTRAINT "uq-studio-name" UNIQUE ("name")
);
ALTER TABLE "film" ADD COLUMN "studio_id" integer;
ALTER TABLE "film" ADD CONSTRAINT "fk-film-studio_id" FOREIGN KEY ("studio_id") REFERENCES "studio" ("id") ON DELETE SET NULL;
ALTER TABLE "film_actor" ADD COLUMN "role_name" character varying;
-- downgrade
ALTER TABLE "film_actor" DROP COLUMN "role_name";
ALTER TABLE "film" DROP CONSTRAINT "fk-film-studio_id";
ALTER TABLE "film" DROP COLUMN "studio_id";
DROP TABLE "studio";
