//! set defaults
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("animals", "active").set_default(false);
    op.alter_column("animals", "seen_at").set_default(current_timestamp());
    op.alter_column("animals", "status").set_default("new");
    op.alter_column("animals", "visits").set_default(-1);
}

fn downgrade(op: &mut Op) {
    // B05: code that leaves animals.visits out fails
    op.alter_column("animals", "visits").drop_default();
    // B05: code that leaves animals.status out fails
    op.alter_column("animals", "status").drop_default();
    // B05: code that leaves animals.seen_at out fails
    op.alter_column("animals", "seen_at").drop_default();
    // B05: code that leaves animals.active out fails
    op.alter_column("animals", "active").drop_default();
}
