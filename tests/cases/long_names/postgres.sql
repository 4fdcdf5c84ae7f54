-- upgrade
CREATE INDEX "idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b" ON "the_measurements_of_all_animals_in_all_the_shelters" ("second_measured_by_user");
CREATE INDEX "idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689" ON "the_measurements_of_all_animals_in_all_the_shelters" ("first_measured_by_user");
ALTER TABLE "the_measurements_of_all_animals_in_all_the_shelters" ADD CONSTRAINT "fk-the_measurements_of_all_animals_in_all_the_shelters-7f2744d1" FOREIGN KEY ("second_measured_by_user") REFERENCES "users" ("id");
ALTER TABLE "the_measurements_of_all_animals_in_all_the_shelters" ADD CONSTRAINT "fk-the_measurements_of_all_animals_in_all_the_shelters-814a4797" FOREIGN KEY ("first_measured_by_user") REFERENCES "users" ("id");
-- downgrade
ALTER TABLE "the_measurements_of_all_animals_in_all_the_shelters" DROP CONSTRAINT "fk-the_measurements_of_all_animals_in_all_the_shelters-814a4797";
ALTER TABLE "the_measurements_of_all_animals_in_all_the_shelters" DROP CONSTRAINT "fk-the_measurements_of_all_animals_in_all_the_shelters-7f2744d1";
DROP INDEX "idx-the_measurements_of_all_animals_in_all_the_shelter-96a7d689";
DROP INDEX "idx-the_measurements_of_all_animals_in_all_the_shelter-11fbd13b";
