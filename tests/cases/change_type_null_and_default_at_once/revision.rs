//! change type null and default at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("animals", "visits").set_type(ColumnType::BigInteger).set_default(0);
    op.fill_column("animals", "visits", 0);
    // B04: animals.visits may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "visits").set_not_null();
}

fn downgrade(op: &mut Op) {
    // B06: code that does not expect NULL in animals.visits fails on rows that hold it
    op.alter_column("animals", "visits").set_null();
    // A05: values of animals.visits may not fit the narrower type
    // B05: code that leaves animals.visits out inserts NULL
    // D06: fails if a value of animals.visits is too long or too large (postgres, mariadb only)
    op.alter_column("animals", "visits").set_type(ColumnType::Integer).drop_default();
}
