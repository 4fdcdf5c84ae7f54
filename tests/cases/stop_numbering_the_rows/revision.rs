//! stop numbering the rows
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A09: the counter of tickets.id is lost
    // B10: what refers to the key tickets.id counts on its numbering
    op.alter_column("tickets", "id").drop_auto_increment();
}

fn downgrade(op: &mut Op) {
    // B10: what refers to the key tickets.id counts on its numbering
    op.alter_column("tickets", "id").set_auto_increment();
}
