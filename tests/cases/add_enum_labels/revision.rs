//! add enum labels
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_enum(
        "mood",
        ["calm", "wild"],
        ["asleep", "calm", "curious", "wild", "gone"],
    );
}

fn downgrade(op: &mut Op) {
    // A07: rows may still hold `asleep`, `curious`, `gone` of mood
    op.alter_enum(
        "mood",
        ["asleep", "calm", "curious", "wild", "gone"],
        ["calm", "wild"],
    );
}
