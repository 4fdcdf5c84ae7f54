//! arrays
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("lists", array("moments", ColumnType::TimestampWithTimeZone).null());
    op.add_column("lists", array("flags", ColumnType::Boolean).default("{}"));
    op.alter_column("lists", "numbers")
        .set_type(ColumnType::Array(Box::new(ColumnType::BigInteger)));
    // B06: code that does not expect NULL in lists.words fails on rows that hold it
    op.alter_column("lists", "words").set_null();
    // A02: the values of lists.gone are lost
    op.drop_column("lists", "gone");
}

fn downgrade(op: &mut Op) {
    op.add_column("lists", array("gone", ColumnType::Uuid).null());
    // B04: lists.words may not be NULL any more: rows may hold it
    // D05: fails if a row of lists holds NULL in words
    op.alter_column("lists", "words").set_not_null();
    // A05: values of lists.numbers may not fit the narrower type
    // D06: fails if a value of lists.numbers is too long or too large
    op.alter_column("lists", "numbers")
        .set_type(ColumnType::Array(Box::new(ColumnType::Integer)));
    // A02: the values of lists.flags are lost
    op.drop_column("lists", "flags");
    // A02: the values of lists.moments are lost
    op.drop_column("lists", "moments");
}
