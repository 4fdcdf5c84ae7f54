//! change a table comment
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.set_table_comment("animals", "who lives, or lived, here");
}

fn downgrade(op: &mut Op) {
    op.set_table_comment("animals", "who lives here");
}
