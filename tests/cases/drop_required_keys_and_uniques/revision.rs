//! drop required keys and uniques
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("animals", ["owner_id"], "owners").named("fk-animals-owner_id");
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    // A02: the values of animals.chip are lost
    op.drop_column("animals", "chip");
    // A02: the values of animals.owner_id are lost
    op.drop_column("animals", "owner_id");
}

fn downgrade(op: &mut Op) {
    op.add_column("animals", integer("owner_id").null());
    // A02: the values of animals.owner_id are lost: every row gets the one that is named here
    op.fill_column("animals", "owner_id", sql("(SELECT min(id) FROM owners)"));
    // B04: animals.owner_id may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "owner_id").set_not_null();
    op.add_column("animals", integer("chip").null());
    // A02: the values of animals.chip are lost: every row gets the one that is named here
    op.fill_column("animals", "chip", sql("id"));
    // B04: animals.chip may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "chip").set_not_null();
    // B11: code that writes rows of animals which agree in chip fails
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    // D02: fails if owner_id of a row of animals is in no row of owners
    op.add_foreign_key(
        "animals",
        foreign_key(["owner_id"], "owners", ["id"]).named("fk-animals-owner_id"),
    );
}
