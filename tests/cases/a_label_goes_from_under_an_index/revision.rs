//! a label goes from under an index
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A07: rows may still hold `archived` of state
    // D08: fails if a row holds `archived` of state (postgres only)
    op.alter_enum("state", ["open", "archived", "closed"], ["open", "closed"]);
}

fn downgrade(op: &mut Op) {
    // B08: code that does not know `archived` of state fails on rows that hold it
    op.alter_enum("state", ["open", "closed"], ["open", "archived", "closed"]);
}
