//! add a required column to an unused table
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B03: animals.shelter may not be NULL and has no default: rows that are there have no value for it
    // D05: fails if animals has rows: they have no value for shelter (sqlite, postgres only)
    op.add_column("animals", integer("shelter"));
}

fn downgrade(op: &mut Op) {
    // A02: the values of animals.shelter are lost
    op.drop_column("animals", "shelter");
}
