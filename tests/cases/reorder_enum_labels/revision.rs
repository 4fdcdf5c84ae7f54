//! reorder enum labels
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_enum("mood", ["calm", "curious", "wild"], ["wild", "calm", "curious"]);
}

fn downgrade(op: &mut Op) {
    op.alter_enum("mood", ["wild", "calm", "curious"], ["calm", "curious", "wild"]);
}
