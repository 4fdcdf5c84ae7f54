-- upgrade
ALTER TABLE "samples" DROP CONSTRAINT "ck_half";
ALTER TABLE "samples" DROP CONSTRAINT "ck_price";
ALTER TABLE "samples" DROP CONSTRAINT "ck_seen";
ALTER TABLE "samples" ADD CONSTRAINT "ck_born" CHECK (born > DATE '1900-01-01' AND extract(year FROM born) < 3000);
ALTER TABLE "samples" ADD CONSTRAINT "ck_code" CHECK (code ~ '^[a-z]+$' AND code ILIKE 'x%' AND code::varchar(3) <> 'xyz');
ALTER TABLE "samples" ADD CONSTRAINT "ck_facts" CHECK (facts ->> 'a' = 'b' OR (facts #>> '{c,d}')::int > 3 OR facts @> '{"e": 1}');
ALTER TABLE "samples" ADD CONSTRAINT "ck_half" CHECK (amount / 2::numeric > 1);
ALTER TABLE "samples" ADD CONSTRAINT "ck_price" CHECK (price::integer > 0);
ALTER TABLE "samples" ADD CONSTRAINT "ck_seen" CHECK (seen_at > born + interval '24 hours');
-- downgrade
ALTER TABLE "samples" DROP CONSTRAINT "ck_seen";
ALTER TABLE "samples" DROP CONSTRAINT "ck_price";
ALTER TABLE "samples" DROP CONSTRAINT "ck_half";
ALTER TABLE "samples" DROP CONSTRAINT "ck_facts";
ALTER TABLE "samples" DROP CONSTRAINT "ck_code";
ALTER TABLE "samples" DROP CONSTRAINT "ck_born";
ALTER TABLE "samples" ADD CONSTRAINT "ck_seen" CHECK (seen_at > born + interval '1 day');
ALTER TABLE "samples" ADD CONSTRAINT "ck_price" CHECK (price > 0);
ALTER TABLE "samples" ADD CONSTRAINT "ck_half" CHECK (amount / 2 > 1);
