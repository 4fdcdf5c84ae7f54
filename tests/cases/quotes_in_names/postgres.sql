-- upgrade
ALTER TABLE "back\slash" DROP CONSTRAINT "fk-back\slash-of ""it""";
ALTER TABLE "back\slash" ALTER COLUMN "100 %" DROP NOT NULL;
ALTER TABLE "back\slash" ADD CONSTRAINT "fk-back\slash-of ""it""" FOREIGN KEY ("of ""it""") REFERENCES "it's ""so"" `here`" ("the ""id""") ON DELETE CASCADE;
ALTER TABLE "it's ""so"" `here`" ADD COLUMN "e;--f" integer;
ALTER TABLE "it's ""so"" `here`" ALTER COLUMN "a'b" TYPE bigint;
ALTER TABLE "it's ""so"" `here`" ALTER COLUMN "c`d" SET DEFAULT 'it''s';
ALTER TABLE "it's ""so"" `here`" ADD CONSTRAINT "uq-it's ""so"" `here`-e;--f" UNIQUE ("e;--f");
CREATE INDEX "idx-it's ""so"" `here`-a'b" ON "it's ""so"" `here`" ("a'b");
-- downgrade
DROP INDEX "idx-it's ""so"" `here`-a'b";
ALTER TABLE "it's ""so"" `here`" DROP CONSTRAINT "uq-it's ""so"" `here`-e;--f";
ALTER TABLE "it's ""so"" `here`" ALTER COLUMN "c`d" DROP DEFAULT;
ALTER TABLE "it's ""so"" `here`" ALTER COLUMN "a'b" TYPE integer;
ALTER TABLE "it's ""so"" `here`" DROP COLUMN "e;--f";
ALTER TABLE "back\slash" DROP CONSTRAINT "fk-back\slash-of ""it""";
ALTER TABLE "back\slash" ALTER COLUMN "100 %" SET NOT NULL;
ALTER TABLE "back\slash" ADD CONSTRAINT "fk-back\slash-of ""it""" FOREIGN KEY ("of ""it""") REFERENCES "it's ""so"" `here`" ("the ""id""");
