//! long names of many bytes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // D02: fails if horse_id of a row of rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr is in no row of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na
    op.add_foreign_key(
        "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
        foreign_key(
                ["horse_id"],
                "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
                ["id"],
            )
            .named("fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f"),
    );
    op.add_column(
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        integer("foal_of").null(),
    );
    // B11: code that writes rows of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na which agree in druhý_žluťoučký_sloupec_který_měří_hodně fails
    // D01: fails if rows of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na agree in druhý_žluťoučký_sloupec_který_měří_hodně
    op.add_unique(
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        unique(["druhý_žluťoučký_sloupec_který_měří_hodně"])
            .named("uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e"),
    );
    op.create_index(
        "idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529",
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        ["příliš_žluťoučký_sloupec_který_měří_hodně"],
    );
    op.add_foreign_key(
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        foreign_key(
                ["foal_of"],
                "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
                ["id"],
            )
            .named("fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c"),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key(
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        ["foal_of"],
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
    )
    .named("fk-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-1624fa8c");
    // A10: queries of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na that use the index idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529 get slower
    op.drop_index(
        "idx-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješ-4aa58529",
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        ["příliš_žluťoučký_sloupec_který_měří_hodně"],
    );
    // A12: rows of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na may agree in druhý_žluťoučký_sloupec_který_měří_hodně from here on
    op.drop_unique(
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        ["druhý_žluťoučký_sloupec_který_měří_hodně"],
    )
    .named("uq-žluťoučký_kůň_úpěl_ďábelské_ódy_a_ješt-e1da709e");
    // A02: the values of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na.foal_of are lost
    op.drop_column(
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
        "foal_of",
    );
    // A12: horse_id of rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr may be in no row of žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na from here on
    op.drop_foreign_key(
        "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
        ["horse_id"],
        "žluťoučký_kůň_úpěl_ďábelské_ódy_a_ještě_něco_na",
    )
    .named("fk-rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-0274137f");
}
