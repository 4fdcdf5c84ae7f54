//! rename an enum label with a check
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B07: code that still uses `calm` of mood instead of `Calm` fails
    op.rename_enum_label("mood", "calm", "Calm");
}

fn downgrade(op: &mut Op) {
    // B07: code that still uses `Calm` of mood instead of `calm` fails
    op.rename_enum_label("mood", "Calm", "calm");
}
