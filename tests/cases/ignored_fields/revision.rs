//! ignored fields
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("animals", string("nickname").null());
}

fn downgrade(op: &mut Op) {
    // A02: the values of animals.nickname are lost
    op.drop_column("animals", "nickname");
}
