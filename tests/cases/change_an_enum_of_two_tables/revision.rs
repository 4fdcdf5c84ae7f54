//! change an enum of two tables
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `medium` of Size fails on rows that hold it
    op.alter_enum("Size", ["small", "large"], ["small", "medium", "large"]);
}

fn downgrade(op: &mut Op) {
    // A07: rows may still hold `medium` of Size
    // D08: fails if a row holds `medium` of Size (postgres, mariadb only)
    op.alter_enum("Size", ["small", "medium", "large"], ["small", "large"]);
}
