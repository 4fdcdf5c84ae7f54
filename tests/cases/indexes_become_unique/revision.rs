//! indexes become unique
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_unique("animals", ["cage"]).named("uq-animals-cage");
    op.drop_index("idx-animals-chip", "animals", ["chip"]);
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    op.create_index("idx-animals-cage", "animals", ["cage"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-animals-cage", "animals", ["cage"]);
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    op.create_index("idx-animals-chip", "animals", ["chip"]);
    // D01: fails if rows of animals agree in cage
    op.add_unique("animals", unique(["cage"]).named("uq-animals-cage"));
}
