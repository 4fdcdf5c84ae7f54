//! widen integers
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("counters", "maybe").set_type(ColumnType::BigInteger);
    op.alter_column("counters", "number").set_type(ColumnType::BigInteger);
    op.alter_column("counters", "small").set_type(ColumnType::Integer);
}

fn downgrade(op: &mut Op) {
    // A05: values of counters.small may not fit the narrower type
    // D06: fails if a value of counters.small is too long or too large (postgres, mariadb only)
    op.alter_column("counters", "small").set_type(ColumnType::SmallInteger);
    // A05: values of counters.number may not fit the narrower type
    // D06: fails if a value of counters.number is too long or too large (postgres, mariadb only)
    op.alter_column("counters", "number").set_type(ColumnType::Integer);
    // A05: values of counters.maybe may not fit the narrower type
    // D06: fails if a value of counters.maybe is too long or too large (postgres, mariadb only)
    op.alter_column("counters", "maybe").set_type(ColumnType::Integer);
}
