//! the default label goes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B05: code that leaves animals.mood out fails
    op.alter_column("animals", "mood").drop_default();
    // A07: rows may still hold `curious` of mood
    // D08: fails if a row holds `curious` of mood (postgres, mariadb only)
    op.alter_enum("mood", ["calm", "curious", "wild"], ["calm", "wild"]);
    op.alter_column("animals", "mood").set_default("calm");
}

fn downgrade(op: &mut Op) {
    // B05: code that leaves animals.mood out fails
    op.alter_column("animals", "mood").drop_default();
    // B08: code that does not know `curious` of mood fails on rows that hold it
    op.alter_enum("mood", ["calm", "wild"], ["calm", "curious", "wild"]);
    // on postgres a transaction ends here: what follows uses labels that come above
    op.alter_column("animals", "mood").set_default("curious");
}
