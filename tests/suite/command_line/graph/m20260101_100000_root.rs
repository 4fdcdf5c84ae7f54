//! the root
//!
//! Created 2026-01-01 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("aa0000000001").steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("owners", [pk_auto("id")]);
}

fn downgrade(op: &mut Op) {
    op.drop_table("owners");
}
