//! change type null and default at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B04: animals.visits may not be NULL any more: rows may hold it
    // D05: fails if a row of animals holds NULL in visits
    op.alter_column("animals", "visits")
        .set_type(ColumnType::BigInteger)
        .set_not_null()
        .set_default(0);
}

fn downgrade(op: &mut Op) {
    // A05: values of animals.visits may not fit the narrower type
    // B05: code that leaves animals.visits out fails
    // B06: code that does not expect NULL in animals.visits fails on rows that hold it
    // D06: fails if a value of animals.visits is too long or too large (postgres, mariadb only)
    op.alter_column("animals", "visits")
        .set_type(ColumnType::Integer)
        .set_null()
        .drop_default();
}
