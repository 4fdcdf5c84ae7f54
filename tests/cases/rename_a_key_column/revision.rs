//! rename a key column
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B01: code that still uses users.user_number instead of id fails
    op.rename_column("users", "user_number", "id");
}

fn downgrade(op: &mut Op) {
    // B01: code that still uses users.id instead of user_number fails
    op.rename_column("users", "id", "user_number");
}
