//! the age is in years
//!
//! Created 2026-01-06 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("ff0000000006").revises(&["ee0000000005"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.rename_column("pets", "age", "years");
}

fn downgrade(op: &mut Op) {
    op.rename_column("pets", "years", "age");
}
