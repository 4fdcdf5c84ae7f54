-- upgrade
ALTER TABLE "tickets" ALTER COLUMN "day" SET DEFAULT now()::date;
ALTER TABLE "tickets" ALTER COLUMN "label" SET DEFAULT lower('A');
ALTER TABLE "tickets" ALTER COLUMN "number" SET DEFAULT (1+3)*2;
ALTER TABLE "tickets" ALTER COLUMN "until" SET DEFAULT (now() + interval '2 days');
-- downgrade
ALTER TABLE "tickets" ALTER COLUMN "until" SET DEFAULT (now() + interval '1 day');
ALTER TABLE "tickets" ALTER COLUMN "number" SET DEFAULT 1+2;
ALTER TABLE "tickets" ALTER COLUMN "label" SET DEFAULT upper('a');
ALTER TABLE "tickets" ALTER COLUMN "day" SET DEFAULT (CURRENT_DATE + 1);
