//! unsigned numbers
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("counters", unsigned("number").null());
    op.add_column("counters", big_unsigned("big").null());
    op.alter_column("counters", "small").set_type(ColumnType::Unsigned);
}

fn downgrade(op: &mut Op) {
    // A05: values of counters.small may not fit the narrower type
    // D06: fails if a value of counters.small is too long or too large (postgres, mariadb only)
    op.alter_column("counters", "small").set_type(ColumnType::SmallUnsigned);
    // A02: the values of counters.big are lost
    op.drop_column("counters", "big");
    // A02: the values of counters.number are lost
    op.drop_column("counters", "number");
}
