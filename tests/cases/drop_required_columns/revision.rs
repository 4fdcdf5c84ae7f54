//! drop required columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A02: the values of animals.nickname are lost
    op.drop_column("animals", "nickname");
    // A02: the values of animals.weight are lost
    op.drop_column("animals", "weight");
}

fn downgrade(op: &mut Op) {
    // B03: animals.weight may not be NULL and has no default: rows that are there have no value for it
    // D05: fails if animals has rows: they have no value for weight (sqlite, postgres only)
    op.add_column("animals", double("weight"));
    // B03: animals.nickname may not be NULL and has no default: rows that are there have no value for it
    // D05: fails if animals has rows: they have no value for nickname (sqlite, postgres only)
    op.add_column("animals", string("nickname"));
}
