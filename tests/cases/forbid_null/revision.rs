//! forbid null
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B04: animals.born_on may not be NULL any more: rows may hold it
    op.alter_column("animals", "born_on").set_not_null();
    // B04: animals.name may not be NULL any more: rows may hold it
    op.alter_column("animals", "name").set_not_null();
}

fn downgrade(op: &mut Op) {
    op.alter_column("animals", "name").set_null();
    op.alter_column("animals", "born_on").set_null();
}
