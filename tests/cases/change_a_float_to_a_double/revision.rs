//! change a float to a double
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("weights", "grams").set_type(ColumnType::Double);
}

fn downgrade(op: &mut Op) {
    // A05: values of weights.grams may not fit the narrower type
    // D06: fails if a value of weights.grams is too long or too large (postgres, mariadb only)
    op.alter_column("weights", "grams").set_type(ColumnType::Float);
}
