//! the left branch
//!
//! Created 2026-01-02 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bb0000000002").revises(&["aa0000000001"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("houses", string("left").null());
}

fn downgrade(op: &mut Op) {
    op.drop_column("houses", "left");
}
