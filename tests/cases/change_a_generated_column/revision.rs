//! change a generated column
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("parcels", "area").set_generated_stored("width + height");
}

fn downgrade(op: &mut Op) {
    op.alter_column("parcels", "area").set_generated_stored("width * height");
}
