//! change defaults
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B05: code that leaves animals.active out inserts another value
    op.alter_column("animals", "active").set_default(false);
    // B05: code that leaves animals.status out inserts another value
    op.alter_column("animals", "status").set_default("it's here");
    // B05: code that leaves animals.visits out inserts another value
    op.alter_column("animals", "visits").set_default(12);
}

fn downgrade(op: &mut Op) {
    // B05: code that leaves animals.visits out inserts another value
    op.alter_column("animals", "visits").set_default(0);
    // B05: code that leaves animals.status out inserts another value
    op.alter_column("animals", "status").set_default("new");
    // B05: code that leaves animals.active out inserts another value
    op.alter_column("animals", "active").set_default(true);
}
