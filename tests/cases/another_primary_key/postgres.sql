-- upgrade
ALTER TABLE "items" DROP CONSTRAINT "pk-items", ADD CONSTRAINT "pk-items" PRIMARY KEY ("code");
-- downgrade
ALTER TABLE "items" DROP CONSTRAINT "pk-items", ADD CONSTRAINT "pk-items" PRIMARY KEY ("id");
