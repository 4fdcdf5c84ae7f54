//! drop uniques
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: rows of animals may agree in chip from here on
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    // A12: rows of animals may agree in shelter, cage from here on
    op.drop_index("idx-animals-place", "animals", ["shelter", "cage"]);
}

fn downgrade(op: &mut Op) {
    // B11: code that writes rows of animals which agree in shelter, cage fails
    // D01: fails if rows of animals agree in shelter, cage
    op.create_index("idx-animals-place", "animals", ["shelter", "cage"]).unique();
    // B11: code that writes rows of animals which agree in chip fails
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
}
