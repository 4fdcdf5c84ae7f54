//! change an enum of two tables
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_enum("Size", ["small", "large"], ["small", "medium", "large"]);
}

fn downgrade(op: &mut Op) {
    // A07: rows may still hold `medium` of Size
    op.alter_enum("Size", ["small", "medium", "large"], ["small", "large"]);
}
