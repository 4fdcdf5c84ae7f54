-- upgrade
ALTER TABLE "seats" DROP CONSTRAINT "pk-seats", ADD CONSTRAINT "pk-seats" PRIMARY KEY ("hall", "number");
-- downgrade
ALTER TABLE "seats" DROP CONSTRAINT "pk-seats", ADD CONSTRAINT "pk-seats" PRIMARY KEY ("hall");
