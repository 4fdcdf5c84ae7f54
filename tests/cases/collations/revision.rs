//! collations
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("words", "plain").set_collation("C");
    op.alter_column("words", "sorted").set_collation("POSIX");
}

fn downgrade(op: &mut Op) {
    op.alter_column("words", "sorted").set_collation("C");
    op.alter_column("words", "plain").drop_collation();
}
