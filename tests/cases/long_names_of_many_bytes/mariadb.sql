-- upgrade
ALTER TABLE `rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr` ADD CONSTRAINT `fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f` FOREIGN KEY (`horse_id`) REFERENCES `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` (`id`);
ALTER TABLE `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` ADD COLUMN `foal_of` int;
ALTER TABLE `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` ADD CONSTRAINT `uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e` UNIQUE (`druhý_žluťoučký_sloupec_který_měří_hodně`);
CREATE INDEX `idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529` ON `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` (`příliš_žluťoučký_sloupec_který_měří_hodně`);
ALTER TABLE `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` ADD CONSTRAINT `fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c` FOREIGN KEY (`foal_of`) REFERENCES `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` (`id`);
-- downgrade
ALTER TABLE `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` DROP FOREIGN KEY `fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c`;
DROP INDEX IF EXISTS `fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c` ON `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na`;
DROP INDEX `idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529` ON `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na`;
DROP INDEX `uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e` ON `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na`;
ALTER TABLE `žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na` DROP COLUMN `foal_of`;
ALTER TABLE `rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr` DROP FOREIGN KEY `fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f`;
DROP INDEX IF EXISTS `fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f` ON `rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr`;
