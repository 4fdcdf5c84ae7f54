//! reorder the primary key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_primary_key(
        "seats",
        primary_key(["number", "hall", "row"]).named("pk-seats"),
    );
}

fn downgrade(op: &mut Op) {
    op.alter_primary_key(
        "seats",
        primary_key(["hall", "row", "number"]).named("pk-seats"),
    );
}
