//! the default label goes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("animals", "mood").drop_default();
    // A07: rows may still hold `curious` of mood
    op.alter_enum("mood", ["calm", "curious", "wild"], ["calm", "wild"]);
    op.alter_column("animals", "mood").set_default("calm");
}

fn downgrade(op: &mut Op) {
    op.alter_column("animals", "mood").drop_default();
    op.alter_enum("mood", ["calm", "wild"], ["calm", "curious", "wild"]);
    op.alter_column("animals", "mood").set_default("curious");
}
