//! a new label is used at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `archived` of state fails on rows that hold it
    op.alter_enum("state", ["open", "closed"], ["open", "archived", "closed"]);
    // on postgres a transaction ends here: what follows uses labels that come above
    // B05: code that leaves tickets.state out inserts another value
    op.alter_column("tickets", "state").set_default("archived");
    op.create_index("ix_archived", "tickets", ["title"]).filter("state = 'archived'");
    // D03: fails if a row of tickets does not meet state <> 'archived' OR title <> ''
    op.add_check("tickets", check("ck_archived", "state <> 'archived' OR title <> ''"));
}

fn downgrade(op: &mut Op) {
    // A12: the check ck_archived of tickets guards no row any more
    op.drop_check("tickets", "ck_archived");
    // A10: queries of tickets that use the index ix_archived get slower
    op.drop_index("ix_archived", "tickets", ["title"]);
    // B05: code that leaves tickets.state out inserts another value
    op.alter_column("tickets", "state").set_default("open");
    // A07: rows may still hold `archived` of state
    // D08: fails if a row holds `archived` of state (postgres only)
    op.alter_enum("state", ["open", "archived", "closed"], ["open", "closed"]);
}
