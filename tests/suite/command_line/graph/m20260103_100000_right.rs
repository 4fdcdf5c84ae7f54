//! there are no owners
//!
//! Created 2026-01-03 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("cc0000000003").revises(&["aa0000000001"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_table("owners");
}

fn downgrade(op: &mut Op) {
    op.create_table("owners", [pk_auto("id")]);
}
