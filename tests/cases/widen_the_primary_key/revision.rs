//! widen the primary key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: rows of seats may agree in hall from here on
    op.alter_primary_key("seats", primary_key(["hall", "number"]).named("pk-seats"));
}

fn downgrade(op: &mut Op) {
    // D04: fails if rows of seats agree in hall or hold NULL there
    op.alter_primary_key("seats", primary_key(["hall"]).named("pk-seats"));
}
