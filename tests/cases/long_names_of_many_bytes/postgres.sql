-- upgrade
ALTER TABLE "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" ADD CONSTRAINT "fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f" FOREIGN KEY ("horse_id") REFERENCES "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("id");
ALTER TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ADD COLUMN "foal_of" integer;
ALTER TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ADD CONSTRAINT "uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e" UNIQUE ("druhý_žluťoučký_sloupec_který_měří_hodně");
CREATE INDEX "idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529" ON "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("příliš_žluťoučký_sloupec_který_měří_hodně");
ALTER TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ADD CONSTRAINT "fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c" FOREIGN KEY ("foal_of") REFERENCES "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" ("id");
-- downgrade
ALTER TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" DROP CONSTRAINT "fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c";
DROP INDEX "idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529";
ALTER TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" DROP CONSTRAINT "uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e";
ALTER TABLE "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na" DROP COLUMN "foal_of";
ALTER TABLE "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" DROP CONSTRAINT "fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f";
