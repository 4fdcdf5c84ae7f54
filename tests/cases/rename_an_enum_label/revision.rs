//! rename an enum label
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B07: code that still uses `curious` of mood instead of `nosy, it's said` fails
    op.rename_enum_label("mood", "curious", "nosy, it's said");
}

fn downgrade(op: &mut Op) {
    // B07: code that still uses `nosy, it's said` of mood instead of `curious` fails
    op.rename_enum_label("mood", "nosy, it's said", "curious");
}
