//! add uniques
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    // D01: fails if rows of animals agree in shelter, cage
    op.create_index("idx-animals-place", "animals", ["shelter", "cage"]).unique();
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-animals-place", "animals", ["shelter", "cage"]);
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
}
