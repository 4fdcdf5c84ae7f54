//! pets
//!
//! Created 2026-01-01 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("aa0000000001").steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("pets", [pk_auto("id"), string("name")]);
}

fn downgrade(op: &mut Op) {
    op.drop_table("pets");
}
