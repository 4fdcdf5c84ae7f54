//! say that there is none
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B05: code that leaves animals.status out inserts NULL
    op.alter_column("animals", "status").drop_default().drop_comment();
    // B05: code that leaves animals.visits out inserts NULL
    op.alter_column("animals", "visits").drop_default();
    op.drop_table_comment("animals");
}

fn downgrade(op: &mut Op) {
    op.set_table_comment("animals", "who lives here");
    op.alter_column("animals", "visits").set_default(7);
    op.alter_column("animals", "status").set_default("new").set_comment("life cycle");
}
