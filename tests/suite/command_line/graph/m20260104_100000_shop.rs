//! a shop
//!
//! Created 2026-01-04 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("dd0000000004").branch_labels(&["shop"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("shops", [pk_auto("id")]);
}

fn downgrade(op: &mut Op) {
    op.drop_table("shops");
}
