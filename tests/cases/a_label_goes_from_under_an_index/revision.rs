//! a label goes from under an index
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A07: rows may still hold `archived` of state
    op.alter_enum("state", ["open", "archived", "closed"], ["open", "closed"]);
}

fn downgrade(op: &mut Op) {
    op.alter_enum("state", ["open", "closed"], ["open", "archived", "closed"]);
}
