//! change defaults
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("animals", "active").set_default(false);
    op.alter_column("animals", "status").set_default("it's here");
    op.alter_column("animals", "visits").set_default(12);
}

fn downgrade(op: &mut Op) {
    op.alter_column("animals", "visits").set_default(0);
    op.alter_column("animals", "status").set_default("new");
    op.alter_column("animals", "active").set_default(true);
}
