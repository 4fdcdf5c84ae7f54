//! another primary key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: rows of items may agree in id from here on
    // D04: fails if rows of items agree in code or hold NULL there
    op.alter_primary_key("items", primary_key(["code"]).named("pk-items"));
}

fn downgrade(op: &mut Op) {
    // A12: rows of items may agree in code from here on
    // D04: fails if rows of items agree in id or hold NULL there
    op.alter_primary_key("items", primary_key(["id"]).named("pk-items"));
}
