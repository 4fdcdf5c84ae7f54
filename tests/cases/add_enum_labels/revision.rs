//! add enum labels
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `asleep`, `curious`, `gone` of mood fails on rows that hold it
    op.alter_enum(
        "mood",
        ["calm", "wild"],
        ["asleep", "calm", "curious", "wild", "gone"],
    );
}

fn downgrade(op: &mut Op) {
    // A07: rows may still hold `asleep`, `curious`, `gone` of mood
    // D08: fails if a row holds `asleep`, `curious`, `gone` of mood (postgres, mariadb only)
    op.alter_enum(
        "mood",
        ["asleep", "calm", "curious", "wild", "gone"],
        ["calm", "wild"],
    );
}
