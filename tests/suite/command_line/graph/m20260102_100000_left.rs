//! owners have a phone
//!
//! Created 2026-01-02 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bb0000000002").revises(&["aa0000000001"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("owners", string("phone").null());
}

fn downgrade(op: &mut Op) {
    op.drop_column("owners", "phone");
}
