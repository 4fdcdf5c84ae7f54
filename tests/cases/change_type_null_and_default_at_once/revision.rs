//! change type null and default at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B04: animals.visits may not be NULL any more: rows may hold it
    op.alter_column("animals", "visits")
        .set_type(ColumnType::BigInteger)
        .set_not_null()
        .set_default(0);
}

fn downgrade(op: &mut Op) {
    // A05: values of animals.visits may not fit the narrower type
    op.alter_column("animals", "visits")
        .set_type(ColumnType::Integer)
        .set_null()
        .drop_default();
}
