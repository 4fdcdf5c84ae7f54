//! indexes become unique
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: rows of animals may agree in cage from here on
    op.drop_unique("animals", ["cage"]).named("uq-animals-cage");
    // A10: queries of animals that use the index idx-animals-chip get slower
    op.drop_index("idx-animals-chip", "animals", ["chip"]);
    // B11: code that writes rows of animals which agree in chip fails
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    op.create_index("idx-animals-cage", "animals", ["cage"]);
}

fn downgrade(op: &mut Op) {
    // A10: queries of animals that use the index idx-animals-cage get slower
    op.drop_index("idx-animals-cage", "animals", ["cage"]);
    // A12: rows of animals may agree in chip from here on
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    op.create_index("idx-animals-chip", "animals", ["chip"]);
    // B11: code that writes rows of animals which agree in cage fails
    // D01: fails if rows of animals agree in cage
    op.add_unique("animals", unique(["cage"]).named("uq-animals-cage"));
}
