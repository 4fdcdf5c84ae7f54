//! the shop has a bell
//!
//! Created 2026-01-05 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision =
    Revision::new("ee0000000005").revises(&["dd0000000004"]).depends_on(&["bb0000000002"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("shops", boolean("bell").null());
}

fn downgrade(op: &mut Op) {
    op.drop_column("shops", "bell");
}
