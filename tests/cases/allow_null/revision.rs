//! allow null
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B06: code that does not expect NULL in animals.name fails on rows that hold it
    op.alter_column("animals", "name").set_null();
    // B06: code that does not expect NULL in animals.visits fails on rows that hold it
    op.alter_column("animals", "visits").set_null();
}

fn downgrade(op: &mut Op) {
    op.fill_column("animals", "visits", 1);
    // B04: animals.visits may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "visits").set_not_null();
    // B04: animals.name may not be NULL any more: rows may hold it
    // D05: fails if a row of animals holds NULL in name
    op.alter_column("animals", "name").set_not_null();
}
