//! rename a table
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B02: code that still uses keepers instead of people fails
    op.rename_table("keepers", "people");
    // B01: code that still uses people.nick instead of name fails
    op.rename_column("people", "nick", "name");
}

fn downgrade(op: &mut Op) {
    // B01: code that still uses people.name instead of nick fails
    op.rename_column("people", "name", "nick");
    // B02: code that still uses people instead of keepers fails
    op.rename_table("people", "keepers");
}
