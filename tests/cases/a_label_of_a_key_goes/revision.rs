//! a label of a key goes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A07: rows may still hold `thu` of day
    // B08: code that does not know `noon` of day fails on rows that hold it
    // D08: fails if a row holds `thu` of day (postgres, mariadb only)
    op.alter_enum("day", ["mon", "tue", "wed", "thu"], ["mon", "noon", "tue", "wed"]);
}

fn downgrade(op: &mut Op) {
    // A07: rows may still hold `noon` of day
    // B08: code that does not know `thu` of day fails on rows that hold it
    // D08: fails if a row holds `noon` of day (postgres, mariadb only)
    op.alter_enum("day", ["mon", "noon", "tue", "wed"], ["mon", "tue", "wed", "thu"]);
}
