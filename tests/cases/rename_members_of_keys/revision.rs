//! rename members of keys
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B01: code that still uses seats.lvl instead of level fails
    op.rename_column("seats", "lvl", "level");
    // B01: code that still uses seats.num instead of number fails
    op.rename_column("seats", "num", "number");
    // B01: code that still uses tickets.num instead of seat_number fails
    op.rename_column("tickets", "num", "seat_number");
}

fn downgrade(op: &mut Op) {
    // B01: code that still uses tickets.seat_number instead of num fails
    op.rename_column("tickets", "seat_number", "num");
    // B01: code that still uses seats.number instead of num fails
    op.rename_column("seats", "number", "num");
    // B01: code that still uses seats.level instead of lvl fails
    op.rename_column("seats", "level", "lvl");
}
