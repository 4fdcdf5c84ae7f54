//! a label goes with its last columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A02: the values of papers.previous_state are lost
    op.drop_column("papers", "previous_state");
    // A01: the rows of scraps are lost
    op.drop_table("scraps");
    // A07: rows may still hold `lost` of state
    // D08: fails if a row holds `lost` of state (postgres, mariadb only)
    op.alter_enum("state", ["draft", "lost", "final"], ["draft", "final"]);
}

fn downgrade(op: &mut Op) {
    // B08: code that does not know `lost` of state fails on rows that hold it
    op.alter_enum("state", ["draft", "final"], ["draft", "lost", "final"]);
    op.create_table(
        "scraps",
        [pk_auto("id"), enumeration("state", "state", ["draft", "lost", "final"])],
    )
    .primary_key(primary_key(["id"]).named("pk-scraps"));
    op.add_column(
        "papers",
        enumeration("previous_state", "state", ["draft", "lost", "final"]).null(),
    );
}
