//! generated columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column(
        "boxes",
        big_integer("area").null().generated_stored("width * height"),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_column("boxes", "area");
}
