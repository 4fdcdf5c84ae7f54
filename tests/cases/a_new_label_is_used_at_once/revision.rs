//! a new label is used at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_enum("state", ["open", "closed"], ["open", "archived", "closed"]);
    op.alter_column("tickets", "state").set_default("archived");
    op.create_index("ix_archived", "tickets", ["title"]).filter("state = 'archived'");
    // D03: fails if a row of tickets does not meet state <> 'archived' OR title <> ''
    op.add_check("tickets", check("ck_archived", "state <> 'archived' OR title <> ''"));
}

fn downgrade(op: &mut Op) {
    op.drop_check("tickets", "ck_archived");
    op.drop_index("ix_archived", "tickets", ["title"]);
    op.alter_column("tickets", "state").set_default("open");
    // A07: rows may still hold `archived` of state
    op.alter_enum("state", ["open", "archived", "closed"], ["open", "closed"]);
}
