//! defaults in the servers words
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B05: code that leaves tickets.day out inserts another value
    op.alter_column("tickets", "day").set_default(sql("now()::date"));
    // B05: code that leaves tickets.label out inserts another value
    op.alter_column("tickets", "label").set_default(sql("lower('A')"));
    // B05: code that leaves tickets.number out inserts another value
    op.alter_column("tickets", "number").set_default(sql("(1+3)*2"));
    // B05: code that leaves tickets.until out inserts another value
    op.alter_column("tickets", "until").set_default(sql("now() + interval '2 days'"));
}

fn downgrade(op: &mut Op) {
    // B05: code that leaves tickets.until out inserts another value
    op.alter_column("tickets", "until").set_default(sql("now() + interval '1 day'"));
    // B05: code that leaves tickets.number out inserts another value
    op.alter_column("tickets", "number").set_default(sql("1+2"));
    // B05: code that leaves tickets.label out inserts another value
    op.alter_column("tickets", "label").set_default(sql("upper('a')"));
    // B05: code that leaves tickets.day out inserts another value
    op.alter_column("tickets", "day").set_default(sql("CURRENT_DATE + 1"));
}
