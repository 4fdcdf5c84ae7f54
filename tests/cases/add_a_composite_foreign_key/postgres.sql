-- upgrade
ALTER TABLE "tickets" ADD CONSTRAINT "fk-tickets-seat_hall-seat_number" FOREIGN KEY ("seat_hall", "seat_number") REFERENCES "seats" ("hall", "number") ON DELETE CASCADE;
-- downgrade
ALTER TABLE "tickets" DROP CONSTRAINT "fk-tickets-seat_hall-seat_number";
