-- upgrade
ALTER TABLE "bookings" DROP CONSTRAINT "fk-bookings-account_id";
ALTER TABLE "accounts" ALTER COLUMN "id" TYPE bigint;
ALTER TABLE "bookings" DROP CONSTRAINT "fk-bookings-reversed_id";
ALTER TABLE "bookings" ALTER COLUMN "account_id" TYPE bigint;
ALTER TABLE "bookings" ALTER COLUMN "id" TYPE bigint;
ALTER TABLE "bookings" ALTER COLUMN "reversed_id" TYPE bigint;
ALTER TABLE "bookings" ADD CONSTRAINT "fk-bookings-reversed_id" FOREIGN KEY ("reversed_id") REFERENCES "bookings" ("id");
ALTER TABLE "bookings" ADD CONSTRAINT "fk-bookings-account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id");
-- downgrade
ALTER TABLE "bookings" DROP CONSTRAINT "fk-bookings-account_id";
ALTER TABLE "bookings" DROP CONSTRAINT "fk-bookings-reversed_id";
ALTER TABLE "bookings" ALTER COLUMN "reversed_id" TYPE integer;
ALTER TABLE "bookings" ALTER COLUMN "id" TYPE integer;
ALTER TABLE "bookings" ALTER COLUMN "account_id" TYPE integer;
ALTER TABLE "bookings" ADD CONSTRAINT "fk-bookings-reversed_id" FOREIGN KEY ("reversed_id") REFERENCES "bookings" ("id");
ALTER TABLE "accounts" ALTER COLUMN "id" TYPE integer;
ALTER TABLE "bookings" ADD CONSTRAINT "fk-bookings-account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id");
