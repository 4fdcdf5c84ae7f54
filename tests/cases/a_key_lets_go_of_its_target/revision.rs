//! a key lets go of its target
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("towns", ["country_code"], "countries")
        .named("fk-towns-country_code");
    // A12: rows of countries may agree in code from here on
    op.drop_unique("countries", ["code"]).named("uq-countries-code");
    op.add_column("towns", integer("country_id").null());
    op.add_foreign_key(
        "towns",
        foreign_key(["country_id"], "countries", ["id"]).named("fk-towns-country_id"),
    );
    // A02: the values of towns.country_code are lost
    op.drop_column("towns", "country_code");
}

fn downgrade(op: &mut Op) {
    op.add_column("towns", string("country_code").null());
    op.drop_foreign_key("towns", ["country_id"], "countries")
        .named("fk-towns-country_id");
    // A02: the values of towns.country_id are lost
    op.drop_column("towns", "country_id");
    // B11: code that writes rows of countries which agree in code fails
    // D01: fails if rows of countries agree in code
    op.add_unique("countries", unique(["code"]).named("uq-countries-code"));
    op.add_foreign_key(
        "towns",
        foreign_key(["country_code"], "countries", ["code"])
            .named("fk-towns-country_code"),
    );
}
