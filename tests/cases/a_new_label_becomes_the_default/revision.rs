//! a new label becomes the default
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_enum("mood", ["calm", "wild"], ["asleep", "calm", "wild"]);
    op.alter_column("animals", "mood").set_default("asleep");
}

fn downgrade(op: &mut Op) {
    op.alter_column("animals", "mood").set_default("calm");
    // A07: rows may still hold `asleep` of mood
    op.alter_enum("mood", ["asleep", "calm", "wild"], ["calm", "wild"]);
}
