//! a new label becomes the default
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `asleep` of mood fails on rows that hold it
    op.alter_enum("mood", ["calm", "wild"], ["asleep", "calm", "wild"]);
    // on postgres a transaction ends here: what follows uses labels that come above
    // B05: code that leaves animals.mood out inserts another value
    op.alter_column("animals", "mood").set_default("asleep");
}

fn downgrade(op: &mut Op) {
    // B05: code that leaves animals.mood out inserts another value
    op.alter_column("animals", "mood").set_default("calm");
    // A07: rows may still hold `asleep` of mood
    // D08: fails if a row holds `asleep` of mood (postgres, mariadb only)
    op.alter_enum("mood", ["asleep", "calm", "wild"], ["calm", "wild"]);
}
