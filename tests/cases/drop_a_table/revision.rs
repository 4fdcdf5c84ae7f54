//! drop a table
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A01: the rows of clocks are lost
    op.drop_table("clocks");
}

fn downgrade(op: &mut Op) {
    op.create_table("clocks", [pk_auto("id"), date_time("seen_at")])
        .primary_key(primary_key(["id"]).named("pk-clocks"));
}
