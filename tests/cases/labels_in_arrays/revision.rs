//! labels in arrays
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `amber` of colour fails on rows that hold it
    op.alter_enum("colour", ["red", "green", "blue"], ["red", "amber", "green", "blue"]);
}

fn downgrade(op: &mut Op) {
    // A07: rows may still hold `amber` of colour
    // D08: fails if a row holds `amber` of colour
    op.alter_enum("colour", ["red", "amber", "green", "blue"], ["red", "green", "blue"]);
}
