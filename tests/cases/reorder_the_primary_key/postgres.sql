-- upgrade
ALTER TABLE "seats" DROP CONSTRAINT "pk-seats", ADD CONSTRAINT "pk-seats" PRIMARY KEY ("number", "hall", "row");
-- downgrade
ALTER TABLE "seats" DROP CONSTRAINT "pk-seats", ADD CONSTRAINT "pk-seats" PRIMARY KEY ("hall", "row", "number");
