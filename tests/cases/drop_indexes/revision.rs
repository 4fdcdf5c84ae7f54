//! drop indexes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A10: queries of animals that use the index idx-animals-name get slower
    op.drop_index("idx-animals-name", "animals", ["name"]);
    // A10: queries of animals that use the index idx-animals-shelter get slower
    op.drop_index("idx-animals-shelter", "animals", ["shelter"]);
}

fn downgrade(op: &mut Op) {
    op.create_index("idx-animals-shelter", "animals", ["shelter"]);
    op.create_index("idx-animals-name", "animals", ["name"]);
}
